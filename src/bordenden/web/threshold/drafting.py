"""Drafts at the doors: what is typed is kept under the page's own act, and offered, never mixed into a new text.

A page shows its form with `draft_for`; beside the page's address stands `kladde/`, made by `drafts_of(page)` with the
page's own act. The hidden field `draft` is a signed slip: whose draft, where it lies, when the page was made.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.core import signing
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from bordenden.access.acts import Act
from bordenden.drafts import actions as drafts
from bordenden.drafts.queries import Kept, unfinished
from bordenden.drafts.slots import Slot
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.web.design.parts import StaleText
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

SALT = "draft-slip"
CHOSEN = "kladde"
DISCARD = "discard"
WORKINGS = frozenset({"csrfmiddlewaretoken", "writer", "draft", "form_key"})
KEPT, TOO_LONG, SEE_OTHER = 204, 413, 303
Page = Callable[..., HttpResponse]


class AtATable(Protocol):
    """What a form is about: a table, a thing that stands at one, or one that stands at none."""

    @property
    def pk(self) -> UUID: ...
    @property
    def table_id(self) -> UUID | None: ...


class DraftedForm(forms.Form):
    """A form whose text is kept while it is typed, and which sent twice is sent once."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    draft = forms.CharField(widget=forms.HiddenInput, required=False)

    stale: tuple[StaleText, ...] = ()

    @contextmanager
    def heeding(self, visit: Visit[Any], *, newer: str = "") -> Iterator[None]:
        """A rule that says no becomes an error of the form, and what was typed stays.

        Where somebody saved a newer text in between, `newer` names the field it stands in: both are shown.
        """
        try:
            yield
        except Stale as refused:
            self.stale = (StaleText(str(self[newer].label), self.cleaned_data[newer], refused.saved),)
            self._change(visit, version=str(refused.version))
            self.add_error(None, str(refused))
        except AlreadySent as refused:
            self._begin_anew(visit)
            self.add_error(None, str(refused))
        except NotPossible as refused:
            self.add_error(None, str(refused))

    def _begin_anew(self, visit: Visit[Any]) -> None:
        """What stood here has been saved already: what stands here now becomes a thing of its own."""
        slip = _slip(visit)
        self._change(visit, form_key=str(new_id()))
        if slip is not None:
            fresh = Slot(slip.slot.form, new_id(), slip.slot.table)
            self._change(visit, form_key=str(fresh.thing), draft=_signed(visit, fresh))

    def _change(self, visit: Visit[Any], **hidden: str) -> None:
        data = visit.request.POST.copy()
        for name, value in hidden.items():
            data[name] = value
        self.data = data


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a page needs to show its form: the slot, what was kept in it (if chosen), what else is unfinished.

    `page` is the page's own address.
    """

    slot: Slot
    slip: str
    form_key: UUID
    chosen: Kept | None
    offers: tuple[Kept, ...]
    page: str

    def initial(self, **usual: object) -> dict[str, object]:
        """The form's first values: what is usual, and over it what was kept."""
        kept = self.chosen.fields if self.chosen else {}
        return {**usual, **kept, "form_key": self.form_key, "draft": self.slip}


@dataclass(frozen=True, slots=True)
class _Slip:
    owner: UUID
    slot: Slot
    opened_at: datetime


def draft_for(visit: Visit[Any], form: str, thing: AtATable, *, new: bool = False) -> Drafted:
    """The draft of this page's form about the thing. `new`: the form makes something new beside the thing.

    A kept text is filled in only when the address asks for that very one (`?kladde=`); else it is offered. One query.
    """
    found = unfinished(by=visit.viewer, form=form, table=_place(thing))
    mine = found if new else tuple(kept for kept in found if kept.slot.thing == thing.pk)
    asked_for = visit.request.GET.get(CHOSEN, "")
    chosen = next((kept for kept in mine if str(kept.slot.thing) == asked_for), None)
    slot = chosen.slot if chosen else Slot(form, new_id() if new else thing.pk, thing.table_id)
    return Drafted(
        slot=slot,
        slip=_signed(visit, slot),
        form_key=slot.thing if new else new_id(),
        chosen=chosen,
        offers=() if chosen else mine,
        page=visit.request.path,
    )


def draft_address(visit: Visit[Any]) -> str:
    """Where the page's form is kept while it is typed."""
    match = visit.request.resolver_match
    assert match is not None  # noqa: S101
    return reverse(f"{match.url_name}_draft", args=match.args, kwargs=match.kwargs)


def close_draft(visit: Visit[Any]) -> None:
    """The text was saved: its draft is forgotten. Call it inside the transaction that saved it."""
    slip = _slip(visit)
    if slip is not None:
        drafts.discard(by=visit.viewer, slot=slip.slot, at=visit.at)


def drafts_of(page: Page, form: str) -> Page:
    """The address beside a page that keeps its draft, or throws one away; open to whom the page is open to.

    Every name of an address made here is the page's name and `_draft`. A `form` like `statement.{kind}` is filled in
    from the address: each kind has drafts of its own.
    """
    act: Act[Any] = page.opens  # type: ignore[attr-defined]

    @opens(act)
    def draft(visit: Visit[Any], /, **place: object) -> HttpResponse:
        if visit.request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        # A page about oneself names nobody in its address.
        (pk,) = [part for part in place.values() if isinstance(part, UUID)] or [visit.viewer.pk]
        code = form.format(**place)
        with visit.writing(pk) as thing:
            return _discarded(visit, code, thing) if DISCARD in visit.request.POST else _kept(visit, code, thing)

    return draft


def _kept(visit: Visit[Any], form: str, thing: AtATable) -> HttpResponse:
    slip = _slip(visit)
    if slip is None or (slip.slot.form, slip.slot.table) != (form, thing.table_id):
        raise Http404
    sent = visit.request.POST
    fields = {name: sent.getlist(name) if len(sent.getlist(name)) > 1 else sent[name] for name in sent}
    text = {name: value for name, value in fields.items() if name not in WORKINGS}
    try:
        drafts.keep(by=visit.viewer, slot=slip.slot, fields=text, opened_at=slip.opened_at, at=visit.at)
    except drafts.DraftTooLong:
        return HttpResponse(status=TOO_LONG)
    return HttpResponse(status=KEPT)


def _discarded(visit: Visit[Any], form: str, thing: AtATable) -> HttpResponse:
    for kept in unfinished(by=visit.viewer, form=form, table=_place(thing)):
        if str(kept.slot.thing) == visit.request.POST[DISCARD]:
            drafts.discard(by=visit.viewer, slot=kept.slot, at=visit.at)
    return HttpResponseRedirect(_page(visit), status=SEE_OTHER)


def _page(visit: Visit[Any]) -> str:
    match = visit.request.resolver_match
    assert match is not None  # noqa: S101
    return reverse(str(match.url_name).removesuffix("_draft"), args=match.args, kwargs=match.kwargs)


def _signed(visit: Visit[Any], slot: Slot) -> str:
    said = [str(visit.viewer.pk), slot.form, str(slot.thing), str(slot.table or ""), visit.at.isoformat()]
    return signing.dumps(said, salt=SALT)


def _slip(visit: Visit[Any]) -> _Slip | None:
    """The slip that was sent; None when it is missing, not ours, or another person's."""
    try:
        owner, form, thing, table, opened = signing.loads(visit.request.POST.get("draft", ""), salt=SALT)
    except signing.BadSignature:
        return None
    if owner != str(visit.viewer.pk):
        return None
    slot = Slot(form, UUID(thing), UUID(table) if table else None)
    return _Slip(UUID(owner), slot, datetime.fromisoformat(opened))


def _place(thing: AtATable) -> "_Table | None":
    return None if thing.table_id is None else _Table(thing.table_id)


@dataclass(frozen=True, slots=True)
class _Table:
    pk: UUID
