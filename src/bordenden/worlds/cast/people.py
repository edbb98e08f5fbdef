"""Who the cast are, where they sit, and since when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import OfficeRole, RuleSet, Track

BEGUN = timedelta(days=190)
BO_CAME = timedelta(days=30)
MIE_CAME = timedelta(days=60)
SARA_CAME = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and places every story begins with. `at` is the moment the story stands at."""

    at: datetime
    fjordby: Municipality
    bakkeby: Municipality
    programme: Programme
    project: Project
    neighbours: Project
    amina: Person
    bo: Person
    birthe: Person
    mie: Person
    sara: Person
    ole: Person
    lis: Person
    niels: Person
    pia: Person
    karim: Person
    jens: Person
    lone: Person
    eva: Person
    stine: Person
    aminas_table: Table
    karims_table: Table
    holms_table: Table
    aminas_course: Enrolment
    karims_course: Enrolment
    bos_seat: Seat
    birthes_seat: Seat
    mies_seat: Seat
    saras_seat: Seat


# name: (given, family, title, phone, reachable, line on the demo's start page)
_PEOPLE = {
    "amina": ("Amina", "Yusuf", "", "20 00 00 01", "", "Sidder for bordenden"),
    "bo": ("Bo", "Lund", "Sagsbehandler", "20 00 00 02", "man–tors 9–12", "Aminas sagsbehandler"),
    "mie": ("Mie", "Toft", "Mentor", "20 00 00 04", "hverdage 10–16", "Aminas mentor"),
    "lis": ("Lis", "Krogh", "Projektleder", "20 00 00 07", "man–fre 9–15", "Leder projektet i Fjordby"),
    "birthe": ("Birthe", "Holst", "Sagsbehandler", "20 00 00 03", "man–tors 9–12", "Aminas sagsbehandler indtil sidste måned"),
    "sara": ("Sara", "Yusuf", "", "20 00 00 05", "", "Aminas søster, inviteret"),
    "ole": ("Ole", "Brandt", "Sagsbehandler", "20 00 00 06", "man–fre 8–10", "Sagsbehandler i samme team, ikke ved Aminas bord"),
    "karim": ("Karim", "Aziz", "", "20 00 00 09", "", "Sidder for bordenden, med Ole som sagsbehandler"),
    "jens": ("Jens", "Holm", "", "20 00 00 10", "", "Familien Holm: den ene for bordenden"),
    "lone": ("Lone", "Holm", "", "20 00 00 11", "", "Familien Holm: den anden for bordenden"),
    "eva": ("Eva", "Friis", "Evaluator", "20 00 00 12", "man–fre 9–15", "Evaluerer"),
    "stine": ("Stine", "Bech", "Fuldmægtig", "20 00 00 13", "man–fre 9–15", "Arbejder i styrelsen"),
    "niels": ("Niels", "Juhl", "Projektleder", "20 00 00 08", "man–fre 9–15", "Leder projektet i nabokommunen"),
    "pia": ("Pia", "Lund", "Visitator", "20 00 00 14", "man–fre 9–14", "Visitator i Fjordby"),
}  # fmt: skip


@transaction.atomic
def seat_everybody(*, at: datetime) -> Cast:
    """Register the cast, lay their tables and seat them as the story says."""
    fjordby = people.register_municipality(number=901, name="Fjordby (opdigtet)", made_up=True)
    bakkeby = people.register_municipality(number=902, name="Bakkeby (opdigtet)", made_up=True)
    who = {name: _person(name, order, bakkeby if name == "niels" else fjordby) for order, name in enumerate(_PEOPLE)}
    programme, project, neighbours = _projects(at, fjordby, bakkeby)
    _offices(who, programme, project, neighbours, at - BEGUN)
    seats, aminas_table, aminas_course = _aminas_table(who, project, at)
    karims_table, karims_course = _other_table(who["karim"], who["ole"], project, "F-2", at)
    holms_table, _course = _other_table(who["jens"], who["ole"], project, "F-3", at)
    pathways.seat(table=holms_table, person=who["lone"], role=SeatRole.HEAD, by=who["ole"], at=at - BEGUN)
    named: dict[str, Any] = {**who, **seats}
    return Cast(
        at=at,
        fjordby=fjordby,
        bakkeby=bakkeby,
        programme=programme,
        project=project,
        neighbours=neighbours,
        **named,
        aminas_table=aminas_table,
        karims_table=karims_table,
        holms_table=holms_table,
        aminas_course=aminas_course,
        karims_course=karims_course,
    )


def _person(name: str, order: int, municipality: Municipality) -> Person:
    given, family, title, phone, reachable, line = _PEOPLE[name]
    person = people.register(
        municipality=municipality,
        given_name=given,
        family_name=family,
        phone=phone,
        title=title,
        reachable=reachable,
        made_up=True,
    )
    people.give_demo_login(person=person, username=name, order=order, line=line)
    return person


def _projects(at: datetime, fjordby: Municipality, bakkeby: Municipality) -> tuple[Programme, Project, Project]:
    starts_on = (at - BEGUN - timedelta(days=30)).date()
    programme = programmes.begin_programme(
        name="Borgeren for bordenden (opdigtet)",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=730),
        last_referral_on=starts_on + timedelta(days=547),
        rule_set=RuleSet.LAW_OF_TODAY,
        made_up=True,
    )
    project, neighbours = (
        programmes.begin_project(
            programme=programme, municipality=place, name="Din egen vej", track=Track.JOB, made_up=True
        )
        for place in (fjordby, bakkeby)
    )
    return programme, project, neighbours


def _offices(
    who: dict[str, Person], programme: Programme, project: Project, neighbours: Project, at: datetime
) -> None:
    programmes.give_office(person=who["lis"], role=OfficeRole.PROJECT_LEADER, project=project, at=at)
    for name in ("bo", "birthe", "ole"):
        programmes.give_office(person=who[name], role=OfficeRole.CASEWORKER, project=project, at=at)
    programmes.give_office(person=who["pia"], role=OfficeRole.INTAKE, project=project, at=at)
    programmes.give_office(person=who["niels"], role=OfficeRole.PROJECT_LEADER, project=neighbours, at=at)
    programmes.give_office(person=who["eva"], role=OfficeRole.EVALUATOR, programme=programme, at=at)
    programmes.give_office(person=who["stine"], role=OfficeRole.AGENCY, programme=programme, at=at)


def _aminas_table(who: dict[str, Person], project: Project, at: datetime) -> tuple[dict[str, Any], Table, Enrolment]:
    amina = who["amina"]
    table = pathways.lay_table(head=amina, by=who["birthe"], at=at - BEGUN)
    birthe = pathways.seat(table=table, person=who["birthe"], role=SeatRole.COORDINATOR, by=amina, at=at - BEGUN)
    course = _course(table, project, "F-1", who["birthe"], at)
    mie = pathways.seat(table=table, person=who["mie"], role=SeatRole.MENTOR, by=amina, at=at - MIE_CAME)
    bo = pathways.change_coordinator(
        table=table, to=who["bo"], because=LeavingReason.NEW_WORK, by=who["birthe"], at=at - BO_CAME
    )
    # She was told of Bo long ago; every story about letters begins with none.
    Letter.objects.filter(person=amina.pk, kind=Kind.NEW_CASEWORKER).delete()
    sara = pathways.seat(table=table, person=who["sara"], role=SeatRole.GUEST, by=amina, at=at - SARA_CAME)
    birthe.refresh_from_db()
    return {"bos_seat": bo, "birthes_seat": birthe, "mies_seat": mie, "saras_seat": sara}, table, course


def _other_table(
    head: Person, coordinator: Person, project: Project, reference: str, at: datetime
) -> tuple[Table, Enrolment]:
    table = pathways.lay_table(head=head, by=coordinator, at=at - BEGUN)
    pathways.seat(table=table, person=coordinator, role=SeatRole.COORDINATOR, by=head, at=at - BEGUN)
    return table, _course(table, project, reference, coordinator, at)


def _course(table: Table, project: Project, reference: str, by: Person, at: datetime) -> Enrolment:
    begun = at - BEGUN
    course = pathways.enrol(
        table=table, project=project, reference=reference, referred_on=begun.date(), by=by, at=begun
    )
    pathways.note_mentor_offered(table=table, on=begun.date())
    return pathways.activate(enrolment=course, on=begun.date(), by=by, at=begun)
