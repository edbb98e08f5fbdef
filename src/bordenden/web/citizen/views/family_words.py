"""Min del, én ting ad gangen: the own words; what was said before is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.families.words import AgeGroup, PartKind
from bordenden.web.citizen.family_forms import PartWordsForm
from bordenden.web.citizen.family_starters import starters
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reads_part
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part

EARLIER = 10
DRAFT = "part.{about}"


@opens(acts.PART_WRITE)
def family_words(visit: Visit[Part], pk: UUID, about: str) -> HttpResponse:
    """One kind of words at a time."""
    kind = _kind(about)
    with visit.reading():
        part = visit.reach(pk, "member__person")
        begin = starters(_group(visit, part), kind)
    form = PartWordsForm(visit.posted, kind=kind, starters=begin)
    if form.is_valid():
        sent = {name: form.cleaned_data[name] for name in ("words", "only_mine", "version")}
        with form.heeding(visit, newer="words"), visit.writing(pk) as held:
            actions.write_part(part=held, kind=kind, by=visit.viewer.person, at=visit.at, **sent)
            close_draft(visit)
            return visit.go("family_part", pk)
    with visit.reading():
        context = _context(visit, part, kind)
        if not form.is_bound:
            saved = queries.newest_words(part=part, kind=kind)
            drafted = draft_for(visit, DRAFT.format(about=about), part)
            usual = (
                {"words": saved.words, "only_mine": saved.only_mine, "version": saved.version}
                if saved
                else {"version": 0}
            )
            form = PartWordsForm(kind=kind, starters=begin, initial=drafted.initial(**usual))
            context["offers"] = draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at)
        return visit.show("citizen/family_words.html", context, form)


family_words_draft = drafts_of(family_words, DRAFT)


def _kind(about: str) -> PartKind:
    if about not in PartKind.values:
        raise Http404
    return PartKind(about)


def _group(visit: Visit[Part], part: Part) -> AgeGroup:
    return visit.viewer.ages().group(part.member.born_on, localdate(visit.at))


def _context(visit: Visit[Part], part: Part, kind: PartKind) -> dict[str, object]:
    said = cut(queries.earlier(part=part, kind=kind)[1:], visit.request.GET.get("side"), size=EARLIER)
    return {
        "title": kind.label,
        "part": part.pk,
        "own": part.member.person_id == visit.viewer.pk,
        "name": part.member.person.given_name,
        "offers": (),
        "draft_url": draft_address(visit),
        "earlier": [(day(row.written_at), row.words) for row in said.rows],
        "pager": said.pager,
        "reader": reads_part(part, writer=visit.viewer.person, ages=visit.viewer.ages(), at=visit.at),
    }
