"""Skift adgangskode: the old one is asked for, guessing is slowed, and every other device is logged out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.access.waiting import seconds_to_wait
from bordenden.foundation.rules import NotPossible
from bordenden.people import actions
from bordenden.web.entry.guessing import QUARTER, wait_words
from bordenden.web.entry.password_form import PasswordForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.people.models import Login, Person

CHANGED, TOO_MANY = "skiftet", 429


@opens(acts.PASSWORD_CHANGE)
def password(visit: Visit[Person]) -> HttpResponse:
    """One's own, and nobody else's: the address names nobody. Who came in without a password has none to change."""
    form, wait = PasswordForm(visit.posted), 0
    if form.is_valid():
        wait = _seconds_to_wait(visit, form)
        if form.is_valid() and _changed(visit, form):
            onward = HttpResponseRedirect(f"{reverse('password')}?{CHANGED}")
            onward.status_code = 303
            return onward
    with visit.reading():
        visit.reach(visit.viewer.pk)
        context = {"has_one": _login(visit).has_usable_password(), "changed": CHANGED in visit.request.GET}
        response = visit.show("entry/password.html", context, form)
    if wait:
        response.status_code = TOO_MANY
        response["Retry-After"] = str(wait)
    return response


def _login(visit: Visit[Person]) -> Login:
    """The one that came in: who reads an old table looks as an earlier self, which has no login any more."""
    assert visit.request.user.is_authenticated  # noqa: S101
    return visit.request.user


def _seconds_to_wait(visit: Visit[Person], form: PasswordForm) -> int:
    """Whether the old password is right, said in the form; how long to wait where it was tried too often."""
    request, login = visit.request, _login(visit)
    wait, old = seconds_to_wait(username=login.username, at=visit.at), form.cleaned_data["old"]
    if not wait:
        if authenticate(request, username=login.username, password=old) is not None:
            return 0
        # axes would answer with the login page; whoever is logged in already stays on this one.
        wait = QUARTER if getattr(request, "axes_locked_out", False) else 0
        request.axes_locked_out = False  # type: ignore[attr-defined]
    if wait:
        form.add_error(None, wait_words(wait))
    else:
        form.add_error("old", _("Det er ikke den adgangskode, du har nu. Prøv igen."))
    return wait


def _changed(visit: Visit[Person], form: PasswordForm) -> bool:
    try:
        own, new = _login(visit).person, form.cleaned_data["new"]
        with visit.writing(visit.viewer.pk):
            login = actions.change_password(person=own, password=new, by=own, at=visit.at)
    except NotPossible as refused:
        form.add_error("new", str(refused))
        return False
    # This device stays: the others' sessions were made with the old one.
    update_session_auth_hash(visit.request, login)
    return True
