"""An expired login in the middle of a text: what was typed is carried over the login, for its writer alone.

The text travels signed inside the login page; never in an address, a cookie or the session. Every form carries
the signed id of whom it was shown to (`form_mark`), so the text comes back to that person and to nobody else.
"""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bordenden.web.threshold.login_form import LoginForm, login_page

SALT = "carried-over-login"
WRITER_SALT = "writer-of-a-form"
LONGEST = 700_000
KEPT_FOR = 60 * 60
_NOT_HERS = frozenset({"csrfmiddlewaretoken", "writer"})
FORBIDDEN, UNAUTHORIZED = 403, 401


@dataclass(frozen=True, slots=True)
class Carried:
    """A form that was sent when nobody was logged in: who wrote it, where it was going, what it said."""

    writer: str
    path: str
    fields: dict[str, list[str]]

    @property
    def texts(self) -> list[str]:
        """What she will know again: the values of more than one word."""
        return [value for values in self.fields.values() for value in values if len(value.split()) > 1]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of every field, as they are sent again."""
        return [(name, value) for name, values in self.fields.items() for value in values]


def signed_writer(person: UUID) -> str:
    """The mark every form carries: whom it was shown to."""
    return signing.Signer(salt=WRITER_SALT).sign(str(person))


def to_login(request: HttpRequest) -> HttpResponse:
    """On to the login; a POST's text comes along inside the page."""
    if request.method != "POST":
        return HttpResponseRedirect(f"{reverse('login')}?{urlencode({'next': request.path})}")
    carried = _packed(request)
    kept = carried if len(carried) <= LONGEST else ""
    form = LoginForm(initial={"next": request.path, "carried": kept})
    return login_page(request, form, UNAUTHORIZED, why="expired" if kept or not carried else "too_long")


def unpack(carried: str) -> Carried | None:
    """What was carried; None when it was tampered with or is more than an hour old."""
    try:
        content = signing.loads(carried, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    return Carried(content["writer"], content["path"], content["fields"])


def here_again(request: HttpRequest, carried: Carried, status: int = 200) -> HttpResponse:
    """The page that gives her text back: one button sends it where it was going."""
    return render(request, "entry/carried.html", {"carried": carried}, status=status)


def after_login(request: HttpRequest, person: UUID, packed: str) -> HttpResponse | None:
    """Her text given back to the one who wrote it; None when there is none, or another person logged in."""
    carried = unpack(packed) if packed else None
    if carried is None or carried.writer != str(person):
        return None
    return here_again(request, carried)


def rescue(request: HttpRequest) -> HttpResponse | None:
    """A form whose token is too old (she logged in again in another tab, or sent the login twice).

    Its text is shown to its writer, and sent only when she presses the button: a form from a foreign site
    carries no writer and is refused as before. None when there is nothing to save.
    """
    packed = request.POST.get("carried", "") or _packed(request)
    carried = unpack(packed) if packed else None
    if carried is None or not carried.writer:
        return None
    if not request.user.is_authenticated:
        form = LoginForm(initial={"next": carried.path, "carried": packed})
        return login_page(request, form, FORBIDDEN, why="expired")
    if str(request.user.person_id) != carried.writer:
        return None
    return here_again(request, carried, FORBIDDEN)


def _packed(request: HttpRequest) -> str:
    """The form signed for the journey; empty when nobody is known to have written it."""
    writer = _writer(request.POST.get("writer", ""))
    if not writer:
        return ""
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in _NOT_HERS}
    content = {"writer": writer, "path": request.path, "fields": fields}
    return signing.dumps(content, salt=SALT, compress=True)


def _writer(signed: str) -> str:
    try:
        return signing.Signer(salt=WRITER_SALT).unsign(signed)
    except signing.BadSignature:
        return ""
