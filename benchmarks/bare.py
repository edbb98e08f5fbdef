"""The yardstick: a bare Django page behind a login, with one query; Django's middleware and sessions without our own.

It stays what it was when the product's own parts become quicker, so that figures of two versions may be compared.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import DjangoTemplates
from django.test import override_settings
from django.urls import path

from benchmarks.calling import Answer, browser_of, get
from bordenden.access.backends import LoginBackend
from bordenden.people.models import Login, Municipality, Person

PATH = "/bare/"
LOGIN = "benchmarks.bare.PlainLogin"
SESSIONS = "django.contrib.sessions.backends.db"
OURS = "bordenden."
PAGE = """<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><title>{% block title %}En side{% endblock %}</title></head>
<body>
<h1>{{ name }}</h1>
<ul>{% for row in rows %}<li>{{ row.name }}</li>{% endfor %}</ul>
<form method="post">{% csrf_token %}<button>Send</button></form>
</body>
</html>
"""
ENGINE = {
    "NAME": "bare",
    "DIRS": [],
    "APP_DIRS": False,
    "OPTIONS": {
        "context_processors": ["django.template.context_processors.csrf", "django.template.context_processors.i18n"]
    },
}


class PlainLogin(LoginBackend):
    """Who is logged in, asked as Django asks."""

    def get_user(self, user_id: UUID) -> Login | None:
        """The active login of a session, with its person in the same query."""
        return Login.objects.select_related("person").filter(pk=user_id, is_active=True).first()


@login_required
def bare(request: HttpRequest) -> HttpResponse:
    """Session, login, one query, a template."""
    rows = Municipality.objects.order_by("pk")[:1]
    return HttpResponse(_template.render({"name": request.user.username, "rows": rows}, request))


def bare_application() -> WSGIHandler:
    """An application of this one page, its middleware the product's but for our own."""
    middleware = [
        "benchmarks.bare.own_addresses",
        *(name for name in settings.MIDDLEWARE if not name.startswith(OURS)),
    ]
    with override_settings(MIDDLEWARE=middleware, SESSION_ENGINE=SESSIONS):
        return WSGIHandler()


@contextmanager
def yardstick(person: Person) -> Iterator[Callable[[], Answer]]:
    """The page as this person asks for it, for as long as something is measured beside it."""
    who, backends = browser_of(person, backend=LOGIN), [*settings.AUTHENTICATION_BACKENDS, LOGIN]
    with override_settings(AUTHENTICATION_BACKENDS=backends):
        yield partial(get, bare_application(), PATH, who)


def own_addresses(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Django asks the request for its addresses before it asks the settings."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return get_response(request)

    return handle


_template = DjangoTemplates(ENGINE).from_string(PAGE)
urlpatterns = [path(PATH.strip("/") + "/", bare, name="bare")]
__all__ = ["urlpatterns", "yardstick"]
