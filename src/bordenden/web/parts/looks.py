"""Who has looked, in words: a sentence for this month, and a page of the list. Shown to the one at the head."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.access import acts
from bordenden.audit import queries
from bordenden.audit.words import Kind, Purpose
from bordenden.pathways.queries import seats_ever
from bordenden.pathways.words import SeatRole
from bordenden.people.queries import Acted, who_acted
from bordenden.web.design.parts import Pager
from bordenden.web.parts.paging import cut
from bordenden.web.parts.roles import ROLES
from bordenden.web.parts.said_when import clock, day

if TYPE_CHECKING:
    from bordenden.audit.models import Entry
    from bordenden.pathways.models import Seat, Table
    from bordenden.people.models import Person

# What was looked at, in her words, by the code of the act. A test holds it complete.
LOOKED_AT: dict[str, Promise] = {
    acts.TABLE_READ.code: gettext_lazy("Dit bord"),
    acts.CASE_READ.code: gettext_lazy("Et overblik over din sag"),
    acts.GUEST_TABLE_READ.code: gettext_lazy("Hvad du har åbnet"),
    acts.PLAN_READ.code: gettext_lazy("Din plan"),
    acts.STATEMENT_WRITE.code: gettext_lazy("Dine egne ord"),
    acts.STATEMENT_COMMENT.code: gettext_lazy("Dine egne ord, for at svare dig"),
    acts.GOAL_SET.code: gettext_lazy("Dine mål"),
    acts.GOAL_REWORD.code: gettext_lazy("Et af dine mål"),
    acts.STEP_SET.code: gettext_lazy("Dine små skridt"),
    acts.STEP_MARK.code: gettext_lazy("Et af dine små skridt"),
    acts.GOAL_CHECK.code: gettext_lazy("Et af dine mål"),
    acts.BARRIER_SET.code: gettext_lazy("Det, der gør det svært"),
    acts.BARRIER_CHANGE.code: gettext_lazy("Det, der gør det svært"),
    acts.PROPOSAL_MAKE.code: gettext_lazy("Din plan, for at foreslå noget"),
    acts.PROPOSAL_TAKE_BACK.code: gettext_lazy("Et forslag til dig"),
    acts.PROPOSAL_ANSWER.code: gettext_lazy("Et forslag til dig"),
    acts.PLAN_PEN.code: gettext_lazy("Din plan, for at skrive for dig"),
    acts.PENNED_ANSWER.code: gettext_lazy("Noget, der er skrevet for dig"),
    acts.PENNED_PAPER.code: gettext_lazy("Noget, der er skrevet for dig"),
    acts.OWN_STEP_SET.code: gettext_lazy("Din plan, for at skrive sit eget skridt"),
    acts.OWN_STEP_MARK.code: gettext_lazy("Sit eget skridt på din plan"),
    acts.PLAN_CONTACT_SET.code: gettext_lazy("Dem, du kan ringe til"),
    acts.PLAN_CONTACT_ORDER.code: gettext_lazy("Dem, du kan ringe til"),
    acts.CONTACT_FORM_SET.code: gettext_lazy("Hvordan I holder kontakt"),
    acts.CONTACT_FORM_PROPOSE.code: gettext_lazy("Hvordan I holder kontakt, for at foreslå noget"),
    acts.MENTOR_ROLE_WRITE.code: gettext_lazy("Det, din mentor er der for"),
    acts.GUIDANCE_NOTE.code: gettext_lazy("Din plan, for at skrive om vejledningen"),
    acts.TEAM_ADVISE.code: gettext_lazy("Din plan, for at skrive, hvad et team sagde"),
    acts.PART_APPROVE.code: gettext_lazy("Din plan, for at stå inde for sin del"),
    acts.SHEET_START.code: gettext_lazy("Din vurdering"),
    acts.SHEET_ANSWER.code: gettext_lazy("Din vurdering"),
    acts.SHEET_READ.code: gettext_lazy("Din vurdering, som du har delt"),
    acts.SHEET_PEN.code: gettext_lazy("Din vurdering, for at skrive for dig"),
    acts.TALK_DECLINE.code: gettext_lazy("Din vurdering"),
    acts.DEVELOPMENT_READ.code: gettext_lazy("Din udvikling"),
    acts.ROOM_OPEN.code: gettext_lazy("Hvad andre må se"),
    acts.SEAT_PREVIEW.code: gettext_lazy("Det, andre ser"),
    acts.LOOKS_READ.code: gettext_lazy("Hvem der har set din sag"),
    acts.CONTACTS_READ.code: gettext_lazy("Jeres kontakt"),
    acts.CONTACT_WRITE.code: gettext_lazy("Jeres kontakt, for at skrive noget nyt"),
    acts.CONTACT_CORRECT.code: gettext_lazy("Jeres kontakt, for at rette noget"),
    acts.OWN_VIEW_SAY.code: gettext_lazy("Sin egen vurdering af din situation"),
    acts.OWN_VIEW_READ.code: gettext_lazy("Hvad sagsbehandleren mener"),
    acts.HELP_ASK.code: gettext_lazy("Det, du spørger om"),
    acts.HELP_READ.code: gettext_lazy("Det, du har spurgt om"),
    acts.HELP_TAKE_BACK.code: gettext_lazy("Det, du har spurgt om"),
    acts.HELP_ANSWER.code: gettext_lazy("Det, du har spurgt om, for at svare dig"),
    acts.SUBSTITUTE_SET.code: gettext_lazy("Dit bord, for at finde en vikar"),
    acts.JOURNAL_COPY.code: gettext_lazy("Jeres kontakt, for at tage et notat med til kommunens journal"),
    acts.JOURNAL_COPY_NEW.code: gettext_lazy("Jeres kontakt, for at tage notater med til kommunens journal"),
    acts.CASE_LIST_TAKE.code: gettext_lazy("Dit sagsnummer, for at hente en liste"),
    acts.CONVERSATIONS_READ.code: gettext_lazy("Jeres samtaler"),
    acts.CONVERSATION_READ.code: gettext_lazy("Jeres samtale og dine egne ord"),
    acts.CONVERSATION_SET.code: gettext_lazy("Jeres samtaler, for at aftale en ny"),
    acts.CONVERSATION_CANCEL.code: gettext_lazy("Jeres samtale, for at aflyse den"),
    acts.AGENDA_WRITE.code: gettext_lazy("Det, I vil tale om"),
    acts.AGENDA_ORDER.code: gettext_lazy("Det, I vil tale om"),
    acts.AGENDA_WITHDRAW.code: gettext_lazy("Det, I vil tale om"),
    acts.BOUNDARY_WRITE.code: gettext_lazy("Det, du ikke vil tale om"),
    acts.CONVERSATION_NOTE.code: gettext_lazy("Jeres samtale, for at skrive om den"),
    acts.CONVERSATION_CHECK.code: gettext_lazy("Jeres samtale, for at se på sin egen del"),
    acts.AGREEMENT_MARK.code: gettext_lazy("En aftale mellem jer"),
    acts.HELPED_SAY.code: gettext_lazy("Jeres samtale, for at sige, om den hjalp"),
    acts.CHOSEN_ORDER.code: gettext_lazy("Det, du har valgt"),
    acts.CHOSEN_STEER.code: gettext_lazy("Noget, du har valgt"),
    acts.CHOSEN_ANSWER.code: gettext_lazy("Noget, du har bedt om, for at svare dig"),
    acts.RULING_READ.code: gettext_lazy("Et brev til dig om et svar"),
    acts.LINE_READ.code: gettext_lazy("Din plads i køen"),
    acts.PLACE_ANSWER.code: gettext_lazy("En plads til dig"),
    acts.OFFERS_BROWSE.code: gettext_lazy("Muligheder"),
    acts.OFFER_SAVE.code: gettext_lazy("Muligheder, som du gemmer"),
    acts.EVENT_ATTEND.code: gettext_lazy("Det, der sker"),
    acts.CHOSEN_WISH.code: gettext_lazy("Muligheder, for at ønske en af dem"),
    acts.CHOSEN_DROP.code: gettext_lazy("Et af dine ønsker"),
    acts.NEED_SAY.code: gettext_lazy("Muligheder, for at sige, hvad der mangler"),
    acts.OFFERS_SHOW.code: gettext_lazy("Muligheder, for at tale med dig om dem"),
    acts.OFFERS_SHOWN_READ.code: gettext_lazy("De muligheder, I har set på"),
    acts.MATERIALS_READ.code: gettext_lazy("Noget at læse og printe"),
    acts.VERSION_DRAFT.code: gettext_lazy("Din plan, for at samle den på ét ark"),
    acts.VERSION_READ.code: gettext_lazy("Din plan, som den stod en dag"),
    acts.VERSION_AGREE.code: gettext_lazy("Din plan, for at sige ja"),
    acts.VERSION_PAPER.code: gettext_lazy("Din plan, for at skrive, at du har sagt ja på papir"),
    acts.HANDOVER_NOTE.code: gettext_lazy("Din plan, for at skrive, at du har fået den"),
    acts.INFLUENCE_READ.code: gettext_lazy("Hvem der foreslog, og hvem der bestemte"),
    acts.PLAN_KIND.code: gettext_lazy("Din plan, for at skrive, hvad den hedder"),
    acts.MOVE_ANSWER.code: gettext_lazy("Din flytning, og hvad du tager med"),
    acts.REVIEWS_READ.code: gettext_lazy("Det, I gjorde, da I ikke havde hørt fra hinanden"),
    acts.REVIEW_HOLD.code: gettext_lazy("Dit bord, for at høre, hvordan du har det"),
    acts.REVIEW_ANSWER.code: gettext_lazy("Det, der blev besluttet, da I ikke havde hørt fra hinanden"),
    acts.FAMILY_BEGIN.code: gettext_lazy("Dit bord, for at begynde på familiens plan"),
    acts.FAMILY_READ.code: gettext_lazy("Familiens plan, uden jeres dele"),
    acts.FAMILY_INVITE.code: gettext_lazy("Familiens plan, for at give en voksen en plads"),
    acts.FAMILY_WRITE.code: gettext_lazy("Familiens plan, for at skrive noget fælles"),
    acts.FAMILY_JOIN.code: gettext_lazy("Familiens plan, for at være med"),
    acts.UNDERTAKING_MARK.code: gettext_lazy("Et af jeres fælles skridt"),
    acts.PART_READ.code: gettext_lazy("En del af familiens plan"),
    acts.PART_WRITE.code: gettext_lazy("En del af familiens plan, for at skrive den"),
    acts.PART_OPEN.code: gettext_lazy("Hvem der må læse en del af familiens plan"),
    acts.CONSENT_SAY.code: gettext_lazy("Om et barn må have en del af familiens plan"),
    acts.FAMILY_LEAVE.code: gettext_lazy("Familiens plan, for at rejse sig"),
    acts.MEMBER_CARE.code: gettext_lazy("Hvem der er med i familiens plan"),
    acts.MESSAGES_READ.code: gettext_lazy("Hvem du skriver sammen med"),
    acts.THREAD_WRITE.code: gettext_lazy("Jeres beskeder"),
    acts.FILES_PUT.code: gettext_lazy("Filer ved dit bord"),
    acts.FILE_LAY.code: gettext_lazy("Filer ved dit bord"),
    acts.FILE_READ.code: gettext_lazy("En af dine filer"),
    acts.FILE_VIEW.code: gettext_lazy("En fil ved dit bord"),
    acts.MENTOR_OFFER.code: gettext_lazy("Hvordan det går med din mentor"),
    acts.MENTOR_AGREEMENT_WRITE.code: gettext_lazy("Aftalen med din mentor, for at skrive den"),
    acts.MENTOR_AGREE.code: gettext_lazy("Aftalen med din mentor"),
    acts.MENTORING_READ.code: gettext_lazy("Hvad en mentor er der for"),
    acts.MENTOR_LEAVE.code: gettext_lazy("Sin plads som mentor, for at stoppe"),
    acts.MENTOR_NOTES_READ.code: gettext_lazy("Din mentors noter"),
    acts.MENTOR_NOTE_WRITE.code: gettext_lazy("Sine noter om jer"),
    acts.MENTOR_NOTE_REWORD.code: gettext_lazy("En af sine noter om jer"),
    acts.MENTORS_READ.code: gettext_lazy("Hvem du kan vælge som mentor"),
    acts.MENTOR_CHOOSE.code: gettext_lazy("En mentor, for at vælge"),
    acts.LETTERS_POST.code: gettext_lazy("Om du skal have et brev"),
    acts.CHAIR_FILL.code: gettext_lazy("Dit sagsnummer, for at finde en sagsbehandler til dig"),
    acts.CASELOAD_MOVE.code: gettext_lazy("Dit sagsnummer, for at finde en ny sagsbehandler til dig"),
    acts.SUPERVISION_READ.code: gettext_lazy(
        "Dit navn og dit sagsnummer, for at se efter, om vi gør vores arbejde godt"
    ),
    acts.SUPERVISED_PLAN.code: gettext_lazy("Din plan, for at se efter, om vi gør vores arbejde godt"),
    acts.SUPERVISED_CONTACTS.code: gettext_lazy("Jeres kontakt, for at se efter, om vi gør vores arbejde godt"),
    acts.JOINING_ANSWER.code: gettext_lazy("Om du vil være med"),
    acts.JOINING_STOP.code: gettext_lazy("Om du vil stoppe"),
    acts.COURSE_BEGIN.code: gettext_lazy("Dit forløb, for at begynde det"),
    acts.INFORMATION_RUN.code: gettext_lazy("Om du er inviteret til et møde"),
    acts.REFERRAL_MAKE.code: gettext_lazy("Dit navn og den gruppe, du hører til, for at spørge, om du vil være med"),
    acts.COURSE_END.code: gettext_lazy("Dit forløb, for at slutte det"),
    acts.CANDIDATES_READ.code: gettext_lazy("Dit navn på en liste over dem, der måske kan være med"),
    acts.CANDIDATE_LIST_TAKE.code: gettext_lazy("Hvor langt du er, for at hente en liste"),
    acts.CANDIDATE_READ.code: gettext_lazy("Dit navn og den hjælp, du har fået, for at se, om du kan være med"),
    acts.CANDIDATE_CHANGE.code: gettext_lazy("Den gruppe, du hører til, for at rette den"),
    acts.CANDIDATE_REGISTER.code: gettext_lazy("At du er her, for at skrive dig op til et projekt"),
    acts.CANDIDATES_IMPORT.code: gettext_lazy("At du er her, for at hente en liste over dem, der måske kan være med"),
    acts.BENEFITS_IMPORT.code: gettext_lazy("At du er her, for at hente en liste over ydelser"),
    acts.FOLLOW_UP_NOTE.code: gettext_lazy("Hvordan det går efter dit forløb"),
    acts.FOLLOW_UP_SAY.code: gettext_lazy("Hvordan det går efter dit forløb"),
    acts.CASELOAD_IMPORT.code: gettext_lazy("Om du er her, med en fil med dit CPR-nummer eller sagsnummer"),
}
# Who reads a part of a family's plan is for its owner to know, and for nobody else at the table.
A_PART = "part"
# What left the house, in her words.
HANDED_OUT: dict[str, Promise] = {
    acts.VERSION_READ.code: gettext_lazy("Hentede din plan som fil til papir"),
    acts.JOURNAL_COPY.code: gettext_lazy("Kopierede et notat til kommunens journal"),
    acts.JOURNAL_COPY_NEW.code: gettext_lazy("Kopierede flere notater til kommunens journal"),
    acts.CASE_LIST_TAKE.code: gettext_lazy("Hentede en liste med dit sagsnummer, trin og frist"),
    acts.CANDIDATE_LIST_TAKE.code: gettext_lazy("Hentede en liste over mulige deltagere, uden navne"),
}
# What a list was to be used for, as she reads it after the line above.
FOR_WHAT: dict[str, Promise] = {
    Purpose.DEADLINES: gettext_lazy("for at følge frister"),
    Purpose.MEETING: gettext_lazy("for at forberede et møde"),
    Purpose.WORKLOAD: gettext_lazy("for at planlægge arbejdet"),
    Purpose.OWN_SYSTEM: gettext_lazy("til kommunens eget system"),
}


@dataclass(frozen=True, slots=True)
class Looked:
    """One look: when, who, at what; `number` names it in a question of hers, None for a look of her own."""

    when: str
    who: str
    what: str
    number: int | None


@dataclass(frozen=True, slots=True)
class LooksPart:
    """`sentence` sums up this month; `events` is one page of the list; `own`: whether her own looks are in it.

    `asked`: whether she asked for the list, which else is folded away behind the sentence.
    """

    sentence: str
    events: tuple[Looked, ...]
    pager: Pager
    own: bool
    asked: bool


def looks_part(table: Table, *, reader: Person, at: datetime, side: str | None, own: bool) -> LooksPart:
    """Four queries: this month in sum, a page of the list, the seats there have been, and those without one."""
    month = localtime(at).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    seen = queries.seen_days(table, since=month, besides=reader, apart=A_PART)
    rows = queries.looks_at(table, besides=None if own else reader, apart=A_PART)
    page = cut(rows, side, also="egne=1" if own else "")
    seats = list(seats_ever(table=table))
    known = {seat.person_id: seat.person for seat in seats}
    acted: list[Acted] = [*seen, *page.rows]
    unseated = [row for row in acted if row.actor not in known]
    people = {**known, **(who_acted(rows=unseated) if unseated else {})}
    events = tuple(_event(row, people, seats, reader) for row in page.rows)
    return LooksPart(_sentence(seen, people), events, page.pager, own, asked=own or bool(side))


def _sentence(seen: tuple[queries.Seen, ...], people: dict[UUID, Person]) -> str:
    if not seen:
        return _("I denne måned har ingen andre end dig kigget.")
    given = Counter(people[one.actor].given_name for one in seen if one.actor in people)
    most_first = sorted(seen, key=lambda one: (-one.days, one.actor))
    each = ", ".join(_days(_short_name(people.get(one.actor), given), one.days) for one in most_first)
    return _("I denne måned: %(each)s. Ingen andre.") % {"each": each}


def _days(name: str, days: int) -> str:
    return ngettext("%(name)s %(days)d dag", "%(name)s %(days)d dage", days) % {"name": name, "days": days}


def _short_name(person: Person | None, given: Counter[str]) -> str:
    if person is None:
        return _("En, der ikke findes her mere,")
    return person.given_name if given[person.given_name] == 1 else person.name


def _event(row: Entry, people: dict[UUID, Person], seats: list[Seat], reader: Person) -> Looked:
    when = _("%(day)s kl. %(time)s") % {"day": day(row.at), "time": clock(row.at)}
    number = None if row.actor == reader.pk else row.pk
    return Looked(when, _who(row, people.get(row.actor), seats), _what(row), number)


def _who(row: Entry, person: Person | None, seats: list[Seat]) -> str:
    """The name, and what the person was at the table at that moment."""
    if person is None:
        return _("En, der ikke findes her mere")
    held = (seat for seat in seats if seat.person_id == row.actor and seat.starts_at <= row.at)
    seat = next((seat for seat in held if seat.ends_at is None or row.at < seat.ends_at), None)
    role = str(ROLES[SeatRole(seat.role)]) if seat else person.title
    return f"{person.name}, {role}" if role else person.name


def _what(row: Entry) -> str:
    what = str(LOOKED_AT.get(row.act, _("Noget ved dit bord")))
    if row.kind == Kind.LIST:
        return _("%(what)s, på en liste") % {"what": what}
    if row.kind == Kind.EXPORT:
        taken = str(HANDED_OUT[row.act]) if row.act in HANDED_OUT else _("%(what)s, hentet ud") % {"what": what}
        return f"{taken}, {FOR_WHAT[row.basis]}" if row.basis in FOR_WHAT else taken
    return what
