"""How a municipality prints its plans: its own order of the parts, its own headings and words."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.people.models import Municipality
from bordenden.plans.models import PlanLayout
from bordenden.plans.queries import Layout, PartOf, layout_of
from bordenden.plans.words import LONGEST_HEADING, LONGEST_INTRO, NEVER_LEFT_OUT


def checked(*, parts: Sequence[PartOf], intro: str) -> Layout:
    """A layout that can be printed. Raises NotPossible when a part is missing that every plan must have."""
    codes = [one.part for one in parts]
    lacking = [str(part.label) for part in NEVER_LEFT_OUT if part not in codes]
    if lacking:
        raise NotPossible(_("Det her skal altid være med: %(parts)s.") % {"parts": ", ".join(sorted(lacking))})
    if len(set(codes)) != len(codes):
        raise NotPossible(_("Hver del kan kun være der én gang."))
    tidy = tuple(PartOf(one.part, " ".join(one.heading.split())) for one in parts)
    if any(len(one.heading) > LONGEST_HEADING for one in tidy) or len(intro.strip()) > LONGEST_INTRO:
        raise NotPossible(_("Skriv lidt kortere."))
    return Layout(tidy, intro.strip())


@transaction.atomic
def lay_out(
    *, municipality: Municipality, parts: Sequence[PartOf], intro: str, version: int, by: Actor, at: datetime
) -> Layout:
    """A new version of the municipality's layout; `version` is the one before (0: the national one).

    Raises Stale when another was saved in between. The same again changes nothing.
    """
    wanted = checked(parts=parts, intro=intro)
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    standing = layout_of(municipality=municipality)
    if (standing.parts, standing.intro) == (wanted.parts, wanted.intro):
        return standing
    if standing.version != version:
        saved = "\n".join([standing.intro, *(one.title for one in standing.parts)]).strip()
        raise Stale(_("En anden har rettet det, mens du skrev."), saved, standing.version)
    made = PlanLayout.objects.create(
        municipality=municipality,
        version=version + 1,
        intro=wanted.intro,
        parts=[{"part": str(one.part.value), "heading": one.heading} for one in wanted.parts],
        made_by_id=by.pk,
        made_at=at,
    )
    record(act="layout.edit", by=by, thing=made, at=at)
    return Layout(wanted.parts, wanted.intro, made.version)
