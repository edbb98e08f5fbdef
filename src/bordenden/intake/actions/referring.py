"""Writes about a referral: a candidate is asked to join, at a table of her own, and whom she would work with."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import Candidate, Referral
from bordenden.intake.queries import may_be_caseworker, may_join, own_table, periods_of, promised, rules_for
from bordenden.pathways.actions import lay_table, must_be_in_time
from bordenden.pathways.models import Enrolment, Table
from bordenden.people.models import Person
from bordenden.post.actions import queue
from bordenden.post.words import Kind
from bordenden.programmes.models import Project
from progression.spells import Verdict


@transaction.atomic
def refer(
    *,
    candidate: Candidate,
    reference: str,
    match_reasons: str,
    caseworker: Person | None,
    by: Person,
    at: datetime,
) -> Referral:
    """She is asked to join; her table is laid with her at its head. Asked twice is asked once.

    Raises NotPossible, with the reason, outside the project's days, where the rules say no, without a word on why it
    fits her, for a case number in use or promised, and for a caseworker of another project or without a telephone.
    """
    held = _held(candidate)
    before = Referral.objects.filter(candidate=held).first()
    if before is not None:
        return before
    verdict = verdict_today(candidate=held, at=at)
    if not match_reasons.strip():
        raise NotPossible(_("Skriv, hvorfor projektet kan passe til borgeren. Borgeren læser det."))
    _must_be_free(held, reference.strip())
    if caseworker is not None and caseworker not in may_be_caseworker(project=held.project, at=at):
        raise NotPossible(_("Vælg en sagsbehandler i projektet, som borgeren kan ringe til."))
    table = _table_for(held, by, at)
    referral = Referral.objects.create(
        table=table,
        municipality_id=held.municipality_id,
        candidate=held,
        reference=reference.strip(),
        caseworker=caseworker,
        track=held.project.track,
        prepared_at=at,
        match_reasons=match_reasons.strip(),
        verdict=_written(verdict),
    )
    record(act="referral.make", by=by, thing=referral, at=at)
    queue(to=held.person, kind=Kind.JOINING, about=referral, event=f"joining:{referral.pk}", at=at)
    return referral


def _held(candidate: Candidate) -> Candidate:
    """One at a time in a project: two who ask in the same moment cannot promise the same number."""
    Project.objects.select_for_update(no_key=True).get(pk=candidate.project_id)
    return Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)


def verdict_today(*, candidate: Candidate, at: datetime) -> Verdict:
    """Why she may join, today; raises NotPossible, with the reason, where she may not. Nothing is written."""
    if candidate.closed_at is not None:
        raise NotPossible(_("Borgeren er ikke kandidat mere."))
    must_be_in_time(project=candidate.project, on=localdate(at))
    periods = periods_of(people=[candidate.person]).get(candidate.person_id, [])
    rules = rules_for(project=candidate.project)
    verdict = may_join(candidate=candidate, periods=periods, rules=rules, on=localdate(at))
    if verdict is None or not verdict.eligible:
        raise NotPossible(_("Borgeren kan ikke være med efter reglerne. Se hvorfor hos kandidaten."))
    return verdict


def _written(verdict: Verdict) -> dict[str, object]:
    """As it was found: by which rule, and the days it was decided by, as plain texts and numbers."""
    facts = {name: getattr(verdict, name) for name in verdict.__slots__}
    return {name: fact.isoformat() if isinstance(fact, date) else fact for name, fact in facts.items()}


def _must_be_free(candidate: Candidate, reference: str) -> None:
    if not reference:
        raise NotPossible(_("Skriv sagsnummeret."))
    key = reference_key(reference)
    used = Enrolment.objects.filter(project=candidate.project_id, reference_key=key)
    if used.exists() or key in promised(project=candidate.project):
        raise NotPossible(_("Sagsnummeret er brugt i projektet. Se det efter."))


def _table_for(candidate: Candidate, by: Person, at: datetime) -> Table:
    """Whoever was with us before sits down where she sat. Raises NotPossible where she is in the project already."""
    table = own_table(person=candidate.person, at=at)
    if table is None:
        return lay_table(head=candidate.person, by=by, at=at)
    if Enrolment.objects.filter(table=table, project=candidate.project_id, ended_on__isnull=True).exists():
        raise NotPossible(_("Borgeren er med i projektet allerede."))
    return table
