"""A browser that has been logged in to an account before: others' guessing does not slow its owner there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

COOKIE = "kendt"
KNOWN_FOR = 180 * 24 * 60 * 60


def knows(request: HttpRequest, username: str) -> bool:
    """Whether the account was last logged in to from here."""
    return constant_time_compare(request.COOKIES.get(COOKIE, ""), _mark(username))


def remember(response: HttpResponse, username: str) -> None:
    """Leave the mark; it names nobody to those who read it."""
    response.set_cookie(
        COOKIE,
        _mark(username),
        max_age=KNOWN_FOR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _mark(username: str) -> str:
    return salted_hmac("known-browser", username, algorithm="sha256").hexdigest()
