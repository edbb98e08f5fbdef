"""Log ind: user name and password; guessing is slowed, a text that came along is given back."""

from typing import TYPE_CHECKING

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from bordenden.access.waiting import seconds_to_wait
from bordenden.foundation.clock import now
from bordenden.web.entry.coming_in import enter, own_path
from bordenden.web.entry.guessing import QUARTER, wait_words
from bordenden.web.entry.known_browser import knows, remember
from bordenden.web.threshold.carry import after_login
from bordenden.web.threshold.login_form import LoginForm, login_page
from bordenden.web.threshold.opens import public

if TYPE_CHECKING:
    from bordenden.people.models import Login

UNPROCESSABLE, TOO_MANY = 422, 429


@public
def login(request: HttpRequest) -> HttpResponse:
    """The empty form, or what comes of a filled one."""
    if request.method == "POST":
        return _tried(request, LoginForm(request.POST))
    asked_for = request.GET.get("next", "")
    if request.user.is_authenticated:
        return HttpResponseRedirect(own_path(request, asked_for))
    return login_page(request, LoginForm(initial={"next": asked_for}), 200)


def locked(request: HttpRequest, response: HttpResponse, credentials: object) -> HttpResponse:  # noqa: ARG001
    """429 for a name and an address that failed too often together; a carried text stays in the page."""
    form = LoginForm(request.POST)
    form.is_valid()
    return _wait(request, form, QUARTER)


def _tried(request: HttpRequest, form: LoginForm) -> HttpResponse:
    if not form.is_valid():
        return login_page(request, form, UNPROCESSABLE)
    username, password = form.cleaned_data["username"], form.cleaned_data["password"]
    seconds = 0 if knows(request, username) else seconds_to_wait(username=username, at=now())
    if seconds:
        return _wait(request, form, seconds)
    found = authenticate(request, username=username, password=password)
    if found is None:
        form.add_error(None, _("Brugernavn og adgangskode passer ikke sammen. Se dem efter, og prøv igen."))
        return login_page(request, form, UNPROCESSABLE)
    return _in(request, found, form)


def _in(request: HttpRequest, login: "Login", form: LoginForm) -> HttpResponse:
    enter(request, login)
    onward = after_login(request, login.person_id, form.cleaned_data["carried"])
    if onward is None:
        asked_for = "" if form.cleaned_data["carried"] else form.cleaned_data["next"]
        onward = HttpResponseRedirect(own_path(request, asked_for))
    remember(onward, login.username)
    return onward


def _wait(request: HttpRequest, form: LoginForm, seconds: int) -> HttpResponse:
    form.add_error(None, wait_words(seconds))
    response = login_page(request, form, TOO_MANY)
    response["Retry-After"] = str(seconds)
    return response
