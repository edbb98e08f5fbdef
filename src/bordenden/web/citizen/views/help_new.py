"""Ring til mig, or a question: who answers, and by which day, is said before she sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.audit import queries as audit
from bordenden.contactlog import actions
from bordenden.contactlog.words import HelpKind
from bordenden.pathways.queries import beside_her
from bordenden.people.queries import who_acted
from bordenden.web.citizen.help_forms import WISHES, HelpForm, look_number
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.help import about_words, leader_to_turn_to
from bordenden.web.parts.reader import reads_it
from bordenden.web.parts.said_when import day, weekday
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.audit.models import Entry as Look
    from bordenden.pathways.models import Table

DRAFT = "help.{wish}"


@opens(acts.HELP_ASK)
def help_new(visit: Visit[Table], pk: UUID, wish: str) -> HttpResponse:
    """The form of one wish, or on to her list once it is sent."""
    if wish not in WISHES:
        raise Http404
    kind = WISHES[wish]
    form = HelpForm(visit.posted, kind=kind)
    if form.is_valid():
        sent, by = form.cleaned_data, visit.viewer.person
        with form.heeding(visit), visit.writing(pk) as table:
            words, key, about = sent["words"], sent["form_key"], _look(table, kind, sent["om"])
            actions.ask_for_help(table=table, kind=kind, words=words, about=about, form_key=key, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("help_requests", pk)
    with visit.reading():
        table = visit.reach(pk)
        asked_about = form["om"].value() if form.is_bound else visit.request.GET.get("om", "")
        about = _look(table, kind, asked_about or "")
        drafted = None if form.is_bound else draft_for(visit, DRAFT.format(wish=wish), table, new=True)
        if drafted:
            form = HelpForm(kind=kind, initial=drafted.initial(om=about.pk if about else ""))
        context = {
            "table": pk,
            "wish": wish,
            "phone": visit.viewer.person.phone,
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
            **_promise(visit, table, kind, about),
        }
        return visit.show("citizen/help_new.html", context, form)


help_new_draft = drafts_of(help_new, DRAFT)


def _look(table: Table, kind: HelpKind, number: str) -> Look | None:
    """The look she wonders about; nothing when it is no look at her own table."""
    asked = look_number(number) if kind == HelpKind.WONDER else None
    return audit.look_at(table, number=asked) if asked is not None else None


def _promise(visit: Visit[Table], table: Table, kind: HelpKind, about: Look | None) -> dict[str, object]:
    """Who answers and when, and whom she may turn to instead."""
    beside = beside_her(thing=table, at=visit.at)
    answers = beside.answers
    return {
        "name": answers.given_name if answers else "",
        "due": weekday(actions.due_day(kind=kind, asked_on=localdate(visit.at))),
        "reader": reads_it(beside),
        "about": about_words(about.act, day(about.at), who_acted(rows=[about]).get(about.actor)) if about else "",
        "leader": leader_to_turn_to(table, beside, visit.at),
    }
