"""What every page's frame shows: demo or not, who is logged in, the languages, and which door she came by."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from bordenden.web.threshold.carry import signed_writer
from bordenden.web.threshold.crisis import lines_for
from bordenden.web.threshold.selves import reads_old

# What we mean by all this, in her words and in those of who works with her; and what has no page of the own there.
ABOUT: dict[str, tuple[tuple[Promise, str], ...]] = {
    "citizen": ((_("Hvad betyder det at sidde for bordenden?"), "at_the_head"),),
    "entry": ((_("Hvad betyder det at sidde for bordenden?"), "at_the_head"),),
    "guest": ((_("Hvad betyder det at sidde for bordenden?"), "at_the_head"), (_("Skift adgangskode"), "password")),
    "staff": ((_("Hvad vi mener med empowerment"), "empowerment"),),
    "insight": ((_("Hvad vi mener med empowerment"), "empowerment"), (_("Skift adgangskode"), "password")),
}


def surroundings(request: HttpRequest) -> dict[str, object]:
    """The variables of design/base.html; see design/context.py."""
    user = getattr(request, "user", None)
    person = user.person if user is not None and user.is_authenticated else None
    door = door_of(request)
    return {
        "demo": settings.DEMO,
        "signed_in_name": person.given_name if person is not None else "",
        "signed_in": person is not None,
        "writer": signed_writer(person.pk) if person is not None else "",
        "languages": [(code, name, code == get_language()) for code, name in settings.LANGUAGES],
        "here": request.path,
        "her_page": door == "citizen" and person is not None,
        "old_table": person is not None and reads_old(request),
        "about_links": [(text, reverse(name)) for text, name in ABOUT.get(door, ())],
        # Only a page that shows them asks: a page that says the database is gone must not ask it.
        "crisis_lines": partial(lines_for, person),
    }


def door_of(request: HttpRequest) -> str:
    """The door of the page, read from where its view lives: a page cannot forget to say so. "" for none of ours."""
    match = request.resolver_match
    house, _dot, rest = (match.func.__module__ if match else "").partition("bordenden.web.")
    return rest.split(".")[0] if not house and rest else ""
