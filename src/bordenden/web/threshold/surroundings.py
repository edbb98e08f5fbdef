"""What every page's frame shows: demo or not, who is logged in, the languages, and which door she came by."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from bordenden.web.threshold.carry import signed_writer


def surroundings(request: HttpRequest) -> dict[str, object]:
    """The variables of design/base.html; see design/context.py."""
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "demo": settings.DEMO,
        "signed_in_name": user.person.given_name if user is not None and user.is_authenticated else "",
        "signed_in": signed_in,
        "writer": signed_writer(user.person_id) if user is not None and user.is_authenticated else "",
        "languages": [(code, name, code == get_language()) for code, name in settings.LANGUAGES],
        "here": request.path,
    }
