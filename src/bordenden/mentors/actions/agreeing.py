"""The written agreement with a mentor: the caseworker writes it, she and the mentor say yes to it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.mentors.models import MentorAgreement
from bordenden.mentors.queries import agreement_of, agreements_of, six_months_from
from bordenden.mentors.words import LONGEST_HOURS
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions as plans
from bordenden.plans.queries import mentor_role_of, plan_of, side_of
from bordenden.plans.words import StepOwner
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind

FURTHEST_AHEAD = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says: from a day to a day (both counted), how much time, what the mentor is there for."""

    first_on: date
    last_on: date
    hours: str
    role: str
    tasks: str

    def stripped(self) -> "Terms":
        """As it is kept."""
        words = self.hours.strip(), self.role.strip(), self.tasks.strip()
        return Terms(self.first_on, self.last_on, *words)

    def check(self, at: datetime) -> None:
        """Raises NotPossible for impossible days, more than six months, or no words about time."""
        if self.last_on < self.first_on:
            raise NotPossible(_("Den sidste dag ligger før den første. Byt dem om."))
        # Before anything is counted from it: the calendar ends with the year 9999.
        if self.first_on > localdate(at) + FURTHEST_AHEAD:
            raise NotPossible(_("Vælg en første dag inden for tre måneder."))
        longest = six_months_from(self.first_on)
        if self.last_on > longest:
            raise NotPossible(_("En aftale kan højst vare seks måneder. I kan altid forny den."))
        if self.last_on < localdate(at):
            raise NotPossible(_("Den sidste dag er gået. Vælg en dag, der kommer."))
        if not self.hours.strip() or len(self.hours.strip()) > LONGEST_HOURS:
            raise NotPossible(_("Skriv kort, hvor meget tid I har sammen, for eksempel “to timer om ugen”."))


@transaction.atomic
def write_agreement(
    *, seat: Seat, terms: Terms, version: int, form_key: FormKey, by: Actor, at: datetime
) -> MentorAgreement:
    """A new agreement, or a new wording of one not both have said yes to; both hear of it. Nothing is written over.

    `version` is the one the writer had before them, 0 for none. One that both have said yes to is renewed by the
    next: that begins after it. Raises Stale when another was written in between, NotPossible for terms that cannot
    be, or when the mentor does not sit there any more.
    """
    terms.check(at)
    held = Seat.objects.select_for_update(of=("self",)).select_related("table", "person").get(pk=seat.pk)
    if held.ends_at is not None:
        raise NotPossible(_("Mentoren sidder ikke længere ved bordet."))
    same = agreements_of(seat=held).filter(form_key=form_key).first()
    if same is not None:
        if Terms(same.first_on, same.last_on, same.hours, same.role.words, same.role.tasks) != terms.stripped():
            raise AlreadySent(same.hours)
        return same
    _must_be_newest(held, version)
    _make_way(held, terms, at)
    made = _write(held, terms, version + 1, form_key, by, at)
    record(act="mentor_agreement.write", by=by, thing=made, at=at)
    for person in (*at_the_head(table=held.table, at=at), held.person):
        queue(to=person, kind=Kind.MENTOR_ANSWER, about=made, event=f"mentor_agreement:{made.pk}", at=at)
    return made


def _must_be_newest(seat: Seat, version: int) -> None:
    newest = agreements_of(seat=seat).first()
    saved, now = (newest.hours, newest.version) if newest else ("", 0)
    if now != version:
        raise Stale(_("Aftalen er ændret, mens du skrev."), saved, now)


def _make_way(seat: Seat, terms: Terms, at: datetime) -> None:
    """One not agreed to is dropped; one agreed to stays, and the new one comes after it."""
    standing = agreement_of(seat=seat)
    if standing is not None:
        # Whoever says yes to it at this moment holds it: then it stands, and is not dropped.
        standing = MentorAgreement.objects.select_for_update(of=("self",)).get(pk=standing.pk)
    if standing is not None and not standing.agreed:
        standing.dropped_at = at
        standing.save(update_fields=["dropped_at"])
        call_off(about=standing, kind=Kind.MENTOR_ANSWER, at=at)
        standing = agreement_of(seat=seat)
    if standing is not None and terms.first_on <= standing.last_on:
        raise NotPossible(_("Den aftale, I har, gælder til og med den dag. Lad den nye begynde dagen efter."))


def _write(seat: Seat, terms: Terms, version: int, form_key: FormKey, by: Actor, at: datetime) -> MentorAgreement:
    plan = plan_of(table=seat.table) or plans.begin(table=seat.table, by=by, at=at)
    role = mentor_role_of(plan=plan)
    written = plans.write_mentor_role(
        plan=plan,
        mentor=seat.person,
        words=terms.role,
        tasks=terms.tasks,
        version=role.version if role else 0,
        form_key=form_key,
        by=by,
        at=at,
    )
    return MentorAgreement.objects.create(
        table_id=seat.table_id,
        municipality_id=seat.municipality_id,
        seat=seat,
        version=version,
        first_on=terms.first_on,
        last_on=terms.last_on,
        hours=terms.hours.strip(),
        role=written,
        written_by_id=by.pk,
        written_at=at,
        form_key=form_key,
    )


@transaction.atomic
def say_yes(*, agreement: MentorAgreement, by: Actor, at: datetime) -> MentorAgreement:
    """She, or the mentor, says yes. Saying it twice changes nothing; a wish for a change is taken back by it.

    Raises NotPossible for anybody else, and when it is not the newest any more.
    """
    held, side = _held(agreement, by, at)
    field = "head_said_yes_at" if side == StepOwner.CITIZEN else "mentor_said_yes_at"
    if getattr(held, field) is not None:
        return held
    setattr(held, field, at)
    if held.changes_wanted_by == side:
        held.changes_wanted = held.changes_wanted_by = ""
    held.save(update_fields=[field, "changes_wanted", "changes_wanted_by"])
    record(act="mentor_agreement.yes", by=by, thing=held, at=at)
    return held


@transaction.atomic
def want_changes(*, agreement: MentorAgreement, words: str, by: Actor, at: datetime) -> MentorAgreement:
    """She, or the mentor, wants it otherwise; the caseworker reads the words and writes it anew."""
    held, side = _held(agreement, by, at)
    if not words.strip():
        raise NotPossible(_("Skriv et par ord om, hvad der skal være anderledes."))
    if held.changes_wanted_by and held.changes_wanted_by != side:
        raise NotPossible(
            _("Der er allerede bedt om en ændring. Sagsbehandleren skriver aftalen om, og så læser I den igen.")
        )
    if held.agreed:
        raise NotPossible(_("I har begge sagt ja. Tal med sagsbehandleren om en ny aftale."))
    if (held.changes_wanted, held.changes_wanted_by) != (words.strip(), side):
        held.changes_wanted, held.changes_wanted_by = words.strip(), side
        mine = "head_said_yes_at" if side == StepOwner.CITIZEN else "mentor_said_yes_at"
        setattr(held, mine, None)
        held.save(update_fields=["changes_wanted", "changes_wanted_by", mine])
        record(act="mentor_agreement.otherwise", by=by, thing=held, at=at)
    return held


def _held(agreement: MentorAgreement, by: Actor, at: datetime) -> tuple[MentorAgreement, StepOwner]:
    rows = MentorAgreement.objects.select_for_update(of=("self",)).select_related("seat")
    held = rows.get(pk=agreement.pk)
    side = side_of(thing=held, person=by, at=at)
    another = side == StepOwner.MENTOR and held.seat.person_id != by.pk
    if side is None or side == StepOwner.COORDINATOR or another:
        raise NotPossible(_("Det kan kun borgeren og mentoren svare på."))
    if held.dropped_at is not None:
        raise NotPossible(_("Der er skrevet en nyere aftale. Læs den først."))
    if held.seat.ends_at is not None:
        raise NotPossible(_("Mentoren sidder ikke længere ved bordet."))
    return held, side
