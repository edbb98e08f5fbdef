"""Professionals around Amina's plan: how many, the guidance, the team, the mentor's role, who stands by what."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.words import Channel, HelpKind
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Table
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.plans import actions, queries
from bordenden.plans.models import Approval, GuidanceNote, MentorRole, Plan, PlanContact, PlanVersion, TeamAdvice
from bordenden.plans.queries import HERS, Gaps, Rules
from bordenden.plans.words import Awaits, ContactRole, Rhythm, VersionStatus
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import Department, OfficeRole
from tests.cast import MONDAY, Cast

TODAY = MONDAY.date()


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def typed(cast: Cast, plan: Plan, role: ContactRole, name: str = "Pia Vest") -> PlanContact:
    return actions.set_contact(plan=plan, role=role, name=name, form_key=uuid4(), by=cast.bo, at=MONDAY)


def nurse(cast: Cast) -> Person:
    """A nurse of the municipality, guest at Amina's table."""
    asta = people.register(municipality=cast.fjordby, given_name="Asta", made_up=True)
    programmes.give_office(
        person=asta, role=OfficeRole.PROFESSIONAL, project=cast.project, department=Department.HEALTH, at=MONDAY
    )
    pathways.seat(table=cast.aminas_table, person=asta, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)
    return asta


def rules(cast: Cast, uses_team: bool, most: int, version: int = 0) -> None:
    actions.set_plan_rules(
        project=cast.project, uses_team=uses_team, most_professionals=most, version=version, by=cast.lis, at=MONDAY
    )


@pytest.mark.requirement("R97")
def test_professionals_are_counted_once_each_against_the_municipalitys_limit(cast: Cast, plan: Plan) -> None:
    nurse(cast)
    for role in (ContactRole.DEPARTMENT, ContactRole.GUIDANCE, ContactRole.OTHER):
        typed(cast, plan, role, role.value)
    off = next(one for one in queries.contacts_of(plan=plan, at=MONDAY) if one.name == "department")
    seen = queries.professionals_of(plan=plan, at=MONDAY)
    assert (seen.number, seen.most, seen.over) == (4, 5, False)  # Bo, the nurse, the department, the guidance
    rules(cast, uses_team=False, most=3)
    assert queries.professionals_of(plan=plan, at=MONDAY).over is True
    actions.take_off_contact(plan=plan, contact=off, by=cast.amina, at=MONDAY)
    assert queries.professionals_of(plan=plan, at=MONDAY).over is False


@pytest.mark.requirement("R157")
def test_lis_decides_whether_a_team_advises_and_its_advice_changes_no_word_of_hers(cast: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="Et arbejde med børn", form_key=uuid4(), by=cast.amina, at=MONDAY)

    def advise(took_part: tuple[Department, ...] = (Department.HEALTH, Department.SOCIAL)) -> TeamAdvice:
        return actions.note_team_advice(
            plan=plan, on=TODAY, took_part=took_part, words="Få timer først.", goal=goal, form_key=uuid4(), by=cast.bo, at=MONDAY
        )  # fmt: skip

    with pytest.raises(NotPossible):
        advise()
    rules(cast, uses_team=True, most=5)
    with pytest.raises(NotPossible):
        advise(())
    assert (advise().areas, queries.rules_of(municipality=cast.bakkeby)) == (
        (Department.SOCIAL, Department.HEALTH),
        Rules(),
    )
    goal.refresh_from_db()
    assert (goal.words, goal.version) == ("Et arbejde med børn", 1)


def test_rules_are_kept_and_an_old_page_is_told_so(cast: Cast) -> None:
    rules(cast, uses_team=True, most=4)
    rules(cast, uses_team=True, most=4, version=1)
    with pytest.raises(Stale):
        rules(cast, uses_team=False, most=4)
    with pytest.raises(NotPossible):
        rules(cast, uses_team=False, most=0, version=1)
    assert queries.rules_of(municipality=cast.fjordby) == Rules(True, 4, 1)


@pytest.mark.requirement("R150")
def test_what_was_coordinated_with_the_guidance_is_dated_and_says_with_whom(cast: Cast, plan: Plan) -> None:
    pia, other = typed(cast, plan, ContactRole.GUIDANCE), typed(cast, plan, ContactRole.PROVIDER, "Børnehaven")

    def note(contact: PlanContact, on: date) -> GuidanceNote:
        return actions.note_guidance(
            plan=plan, contact=contact, on=on, words="Besøg på skolen i maj.", form_key=uuid4(), by=cast.bo, at=MONDAY
        )

    made = note(pia, TODAY)
    assert [(n.contact, n.on, n.written_by) for n in queries.guidance_notes_of(plan=plan)] == [(pia, TODAY, cast.bo)]
    for contact, on in ((other, TODAY), (pia, TODAY + timedelta(days=1))):
        with pytest.raises(NotPossible):
            note(contact, on)
    assert list(GuidanceNote.objects.order_by("pk")) == [made]


@pytest.mark.requirement("R158")
def test_a_mentor_without_a_role_on_the_plan_is_a_gap_until_it_is_written(cast: Cast, plan: Plan) -> None:
    tables = Table.objects.filter(pk=cast.aminas_table.pk)
    assert list(queries.lacking_role(tables=tables, at=MONDAY)) == [cast.aminas_table]
    for version, words in enumerate(("Går med.", "Går med, når det er nyt.")):
        actions.write_mentor_role(
            plan=plan, mentor=cast.mie, words=words, tasks="Tage bussen sammen", version=version, form_key=uuid4(), by=cast.bo, at=MONDAY
        )  # fmt: skip
    assert list(queries.lacking_role(tables=tables, at=MONDAY)) == []
    assert [role.words for role in queries.mentor_roles_of(plan=plan)] == ["Går med, når det er nyt.", "Går med."]
    with pytest.raises(Stale):
        actions.write_mentor_role(
            plan=plan,
            mentor=cast.mie,
            words="Andet",
            tasks="Andet",
            version=1,
            form_key=uuid4(),
            by=cast.bo,
            at=MONDAY,
        )
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    assert (queries.mentor_role_of(plan=plan, at=MONDAY), MentorRole.objects.count()) == (None, 2)


@pytest.mark.requirement("R164")
def test_lis_reads_how_many_lack_what_and_never_who(cast: Cast, plan: Plan) -> None:
    assert gaps(cast) == Gaps(tables=3, coordinator=0, mentor=0, role=1, over=0)
    Person.objects.filter(pk=cast.mie.pk).update(reachable="")
    Person.objects.filter(pk=cast.ole.pk).update(phone="")
    for name in ("a", "b", "c", "d", "e"):
        typed(cast, plan, ContactRole.PROVIDER, name)
    assert gaps(cast) == Gaps(tables=3, coordinator=2, mentor=1, role=1, over=1)


def gaps(cast: Cast) -> Gaps:
    return queries.gaps_of(project=cast.project, rules=queries.rules_of(municipality=cast.fjordby), at=MONDAY)


def version_of(cast: Cast, plan: Plan, status: VersionStatus) -> PlanVersion:
    agreed = {"agreed_by": cast.amina, "agreed_at": MONDAY} if status == VersionStatus.AGREED else {}
    place = {"table_id": plan.table_id, "municipality_id": plan.municipality_id}
    return PlanVersion.objects.create(
        **place, plan=plan, number=1, status=status, content={}, made_by=cast.bo, made_at=MONDAY, form_key=uuid4(), **agreed
    )  # fmt: skip


def test_the_nurse_stands_by_health_once_and_by_nothing_else(cast: Cast, plan: Plan) -> None:
    asta = nurse(cast)
    with pytest.raises(NotPossible):
        actions.approve_part(plan=plan, area=Department.HEALTH, by=asta, at=MONDAY)
    version_of(cast, plan, VersionStatus.AGREED)
    for _twice in range(2):
        actions.approve_part(plan=plan, area=Department.HEALTH, by=asta, at=MONDAY)
    for person, area in ((asta, Department.SOCIAL), (cast.sara, Department.HEALTH), (cast.mie, Department.SOCIAL)):
        with pytest.raises(NotPossible):
            actions.approve_part(plan=plan, area=area, by=person, at=MONDAY)
    assert [(a.area, a.approved_by) for a in queries.approvals_of(plan=plan)] == [(Department.HEALTH, asta)]
    assert Approval.objects.count() == 1


def test_whose_turn_it_is_to_write_follows_what_is_waited_for(cast: Cast, plan: Plan) -> None:
    assert queries.awaited(plan=plan) == frozenset()
    asked = contactlog.ask_for_help(
        table=cast.aminas_table, kind=HelpKind.CALL_ME, words="", form_key=uuid4(), by=cast.amina, at=MONDAY
    )
    assert queries.first_in(queries.awaited(plan=plan)) == Awaits.HELP
    version_of(cast, plan, VersionStatus.DRAFT)
    actions.propose_contact(
        plan=plan, form=actions.ContactForm(Rhythm.WEEK, Channel.PHONE), form_key=uuid4(), by=cast.bo, at=MONDAY
    )
    assert queries.awaited(plan=plan) == {Awaits.PROPOSAL, Awaits.DRAFT, Awaits.HELP}
    contactlog.answer_help(request=asked, answer="", by=cast.bo, at=MONDAY)
    assert queries.awaited(plan=plan) == HERS - {Awaits.PENNED}
