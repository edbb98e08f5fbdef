"""The second informant: the caseworker's own form, and belief in job chances counted without a person."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.assessments.models import HIGHEST, LOWEST, BeliefTally, CaseworkerAnswer, CaseworkerSheet, Item
from bordenden.assessments.queries.informants import newest_ten
from bordenden.assessments.words import Purpose
from bordenden.audit.actions import record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.programmes.models import Project

# With fewer citizens the two numbers would be about somebody.
FEWEST = 5


@transaction.atomic
def say_own_view(
    *, table: Table, said: Mapping[Item, int], form_key: FormKey, by: Person, at: datetime
) -> CaseworkerSheet:
    """How the caseworker sees it, whole in one go; what is left out has no number. Sent twice it is said once.

    Raises NotPossible for no answer at all, a number off the scale, or questions that are not of one such form.
    """
    sent = CaseworkerSheet.objects.filter(table=table, form_key=form_key).first()
    if sent is not None:
        if {answer.item_id: answer.value for answer in sent.answers.all()} != {i.pk: v for i, v in said.items()}:
            raise AlreadySent(_("dine tal"))
        return sent
    sheet = CaseworkerSheet.objects.create(
        table=table,
        municipality_id=table.municipality_id,
        version_id=_one_form(said),
        informant=by,
        said_at=at,
        form_key=form_key,
    )
    CaseworkerAnswer.objects.bulk_create(
        CaseworkerAnswer(
            table_id=table.pk, municipality_id=table.municipality_id, sheet=sheet, item=item, value=value
        )
        for item, value in said.items()
    )
    record(act="own_view.say", by=by, thing=sheet, at=at)
    return sheet


def _one_form(said: Mapping[Item, int]) -> UUID:
    """The version all the questions are of."""
    if not said:
        raise NotPossible(_("Sæt mindst ét tal. Resten må gerne stå åbent."))
    if any(type(value) is not int or not LOWEST <= value <= HIGHEST for value in said.values()):
        raise NotPossible(_("Vælg et tal fra 0 til 10."))
    versions = {item.version_id for item in said}
    if len(versions) > 1 or next(iter(said)).version.instrument.purpose != Purpose.CASEWORKER:
        raise NotPossible(_("Spørgsmålene er skiftet imens. Hent siden igen."))
    return versions.pop()


@transaction.atomic
def tally_belief(*, project: Project, believed: int, by: Person, at: datetime) -> BeliefTally:
    """Of the ten newest citizens (or all, when fewer): how many the caseworker believes will get a job.

    Said again in the same quarter it replaces what was said. Raises NotPossible with fewer than five citizens.
    """
    asked = newest_ten(by=by, project=project, at=at)
    if asked < FEWEST:
        raise NotPossible(_("Du har færre end fem borgere her. Så ville tallet handle om nogen bestemt."))
    if type(believed) is not int or not 0 <= believed <= asked:
        raise NotPossible(_("Skriv et tal fra 0 til %(most)d.") % {"most": asked})
    tally, _new = BeliefTally.objects.update_or_create(
        project=project,
        by=by,
        quarter=quarter_begins(localdate(at)),
        defaults={"asked": asked, "believed": believed, "said_at": at},
        create_defaults={
            "municipality_id": project.municipality_id,
            "asked": asked,
            "believed": believed,
            "said_at": at,
        },
    )
    record(act="belief.tally", by=by, thing=tally, at=at)
    return tally


def quarter_begins(day: date) -> date:
    """The first day of the quarter the day lies in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
