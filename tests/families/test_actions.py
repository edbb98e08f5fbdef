"""Coming to the family's table and leaving it, the own words, a guardian's yes, and what is common."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from bordenden.access import acts, gate
from bordenden.access.acts import all_acts
from bordenden.families import actions
from bordenden.families.models import Consent, Family, Member, Part, PartShare, PartWords, Undertaking
from bordenden.families.queries import circle, common_steps, consent_of, families_of, spoken
from bordenden.families.words import AgeGroup, Ages, PartKind
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import roles_of
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import Plan
from bordenden.plans.words import PlanKind
from tests.cast import MONDAY, Cast, viewer_of
from tests.families.holms import BORN, WHO, Holms

DAY = timedelta(days=1)


def say(
    part: Part,
    kind: PartKind = PartKind.HOPE,
    words: str = "At vi griner mere.",
    by: Person | None = None,
    version: int = 0,
    only_mine: bool = False,
    at: datetime = MONDAY,
) -> PartWords:
    """The owner says it, unless somebody else is named."""
    return actions.write_part(
        part=part, kind=kind, words=words, only_mine=only_mine, version=version, by=by or part.member.person, at=at
    )


@pytest.mark.requirement("R195")
def test_a_plan_is_hers_or_the_familys_and_hers_stays_hers(cast: Cast) -> None:
    """Karim sits alone at the head: his family's plan stands at a table more, his own is untouched."""
    from_before = actions.begin_family(table=cast.holms_table, name="Familien Holm", by=cast.jens, at=MONDAY)
    assert from_before.table == cast.holms_table
    own = Plan.objects.create(table=cast.karims_table, municipality=cast.fjordby, owner=cast.karim, begun_at=MONDAY)
    family = actions.begin_family(table=cast.karims_table, name="Familien Aziz", by=cast.karim, at=MONDAY)
    assert family.table != cast.karims_table
    assert (family.plan.kind, family.plan.owner) == (PlanKind.FAMILY, None)
    own.refresh_from_db()
    assert (own.kind, own.owner, own.ended_at) == (PlanKind.ONE, cast.karim, None)
    assert roles_of(thing=family, person=cast.ole, at=MONDAY) == {SeatRole.COORDINATOR}
    again = actions.begin_family(table=cast.karims_table, name="En gang til", by=cast.karim, at=MONDAY)
    assert (again, Family.objects.count()) == (family, 2)


def test_one_active_family_a_person_by_the_database_itself(cast: Cast, holms: Holms) -> None:
    other = actions.begin_family(table=cast.karims_table, name="Familien Aziz", by=cast.karim, at=MONDAY)
    actions.invite(family=other, person=cast.lone, by=cast.ole, at=MONDAY)
    with pytest.raises(NotPossible, match="én families plan"):
        actions.join(family=other, by=cast.lone, at=MONDAY)
    placed = {"table": other.table, "municipality": cast.fjordby, "family": other}
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(**placed, person=cast.lone, joined_at=MONDAY, added_by=cast.lone, form_key=new_id())
    actions.leave_family(member=holms.lone, by=cast.lone, at=MONDAY + DAY)
    assert actions.join(family=other, by=cast.lone, at=MONDAY + DAY).family == other


def test_nobody_is_made_a_member_by_somebody_else(cast: Cast, holms: Holms) -> None:
    actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY)
    assert families_of(person=cast.karim, at=MONDAY) == []
    actions.join(family=holms.family, by=cast.karim, at=MONDAY)
    assert families_of(person=cast.karim, at=MONDAY) == [holms.family]
    with pytest.raises(NotPossible, match="plads ved familiens bord"):
        actions.join(family=holms.family, by=cast.amina, at=MONDAY)


def test_a_seat_in_the_family_of_two_who_share_a_case_opens_nothing_of_their_case(cast: Cast, holms: Holms) -> None:
    """Ole offers Karim a seat: neither Jens nor Lone was asked, and Karim has not said yes yet."""
    seat = actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY)
    assert actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY) == seat
    karim = viewer_of(cast.karim)
    assert gate.may(karim, acts.FAMILY_READ, holms.family, at=MONDAY)
    at_the_table = [act for _name, act in all_acts() if act.on is Table]
    assert [act.code for act in at_the_table if gate.may(karim, act, holms.family.table, at=MONDAY)] == []
    assert actions.join(family=holms.family, by=cast.karim, at=MONDAY).person == cast.karim
    alone = actions.begin_family(table=cast.aminas_table, name="Os", by=cast.amina, at=MONDAY)
    assert actions.invite(family=alone, person=cast.sara, by=cast.bo, at=MONDAY).role == SeatRole.HEAD


def test_a_child_is_a_given_name_and_a_day_and_the_same_form_is_one_child(cast: Cast, holms: Holms) -> None:
    key = new_id()
    twice = [
        actions.add_child(
            family=holms.family,
            given_name=" Bertil ",
            born_on=date(2020, 2, 29),
            form_key=key,
            by=cast.lone,
            at=MONDAY,
        )
        for _time in range(2)
    ]
    child = twice[0].person
    assert twice[0] == twice[1]
    assert (child.given_name, child.family_name, child.cpr, child.phone) == ("Bertil", "", "", "")
    assert roles_of(thing=holms.family, person=child, at=MONDAY) == {SeatRole.FAMILY}
    assert not hasattr(child, "login")
    for by, born in (
        (holms.freja.person, date(2020, 1, 1)),
        (cast.ole, date(2020, 1, 1)),
        (cast.lone, MONDAY.date() + DAY),
        (cast.lone, date(2008, 3, 2)),
    ):
        with pytest.raises(NotPossible):
            actions.add_child(family=holms.family, given_name="Ib", born_on=born, form_key=new_id(), by=by, at=MONDAY)


@pytest.mark.requirement("R209")
def test_no_childs_part_is_begun_before_a_guardian_has_said_yes(cast: Cast, holms: Holms) -> None:
    given = consent_of(child=holms.anton)
    assert given is not None
    assert (given.given_by, given.given_at) == (cast.lone, MONDAY)
    say(holms.anton.part)
    actions.open_part(part=holms.anton.part, to=holms.freja, by=holms.anton.person, at=MONDAY)
    actions.withdraw_consent(child=holms.anton, by=cast.jens, at=MONDAY + DAY)
    assert consent_of(child=holms.anton) is None
    assert list(Consent.objects.filter(child=holms.anton).values_list("withdrawn_by", "withdrawn_at")) == [
        (cast.jens.pk, MONDAY + DAY)
    ]
    assert not PartShare.objects.filter(part=holms.anton.part, ends_at__gt=MONDAY + DAY).exists()
    with pytest.raises(NotPossible, match="sige ja"):
        say(holms.anton.part, words="Mere", version=1, at=MONDAY + DAY)
    with pytest.raises(NotPossible, match="forælder eller værge"):
        actions.give_consent(child=holms.anton, by=cast.ole, at=MONDAY + DAY)
    actions.give_consent(child=holms.anton, by=cast.jens, at=MONDAY + 2 * DAY)
    assert say(holms.anton.part, words="Mere", version=1, at=MONDAY + 2 * DAY).version == 2


@pytest.mark.requirement("R199")
def test_each_writes_the_own_part_and_nobody_elses_and_every_version_is_kept(cast: Cast, holms: Holms) -> None:
    for name in WHO:
        part = holms.of(name).part
        writes = {who for who in WHO if _can_say(part, holms.of(who).person)}
        assert writes == ({"jens", "lone"} if name == "alma" else {name})
    first = say(holms.jens.part)
    say(holms.jens.part, words="At vi taler sammen.", version=first.version)
    with pytest.raises(Stale) as stale:
        say(holms.jens.part, words="Noget tredje", version=first.version)
    assert stale.value.saved == "At vi taler sammen."
    kept = PartWords.objects.filter(part=holms.jens.part).order_by("version")
    assert [row.words for row in kept] == ["At vi griner mere.", "At vi taler sammen."]


def _can_say(part: Part, by: Person) -> bool:
    try:
        with transaction.atomic():
            say(part, kind=PartKind.OWN, words="Prøve", by=by)
            transaction.set_rollback(True)
    except NotPossible:
        return False
    return True


def test_what_is_only_mine_is_shown_to_nobody_else_from_the_moment_it_is_said(holms: Holms) -> None:
    part = holms.jens.part
    say(part, words="Fælles")
    say(part, kind=PartKind.DREAM, words="Hemmeligt", only_mine=True)
    shown = [(said.kind, said.words) for said in spoken(part=part, shown_to_others=True)]
    assert shown == [(PartKind.HOPE, "Fælles")]
    say(part, words="Fælles", version=1, only_mine=True)
    assert spoken(part=part, shown_to_others=True) == []
    mine = [said.words for said in spoken(part=part, shown_to_others=False) if said.words]
    assert mine == ["Fælles", "Hemmeligt"]


@pytest.mark.requirement("R198")
def test_whose_part_is_whole_is_told_without_a_word_of_it(holms: Holms) -> None:
    for kind in (PartKind.HOPE, PartKind.DREAM, PartKind.WISH, PartKind.NEED):
        say(holms.freja.part, kind=kind, words="Noget")
    say(holms.anton.part, kind=PartKind.OWN, words="Det tæller ikke med")
    say(holms.jens.part)
    say(holms.jens.part, words="", version=1)
    told = {
        one.member.person.given_name: (one.group, one.said, one.whole)
        for one in circle(family=holms.family, at=MONDAY)
    }
    assert told == {
        "Jens": (AgeGroup.GROWN, 0, False),
        "Lone": (AgeGroup.GROWN, 0, False),
        "Freja": (AgeGroup.YOUNG, 4, True),
        "Anton": (AgeGroup.YOUNG, 0, False),
        "Alma": (AgeGroup.SMALL, 0, False),
    }


def test_who_leaves_the_family_keeps_the_case_they_are_at_the_head_of(cast: Cast, holms: Holms) -> None:
    """Jens and Lone share a case; Karim came for the family only, and has a table of his own."""
    actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY)
    karim = actions.join(family=holms.family, by=cast.karim, at=MONDAY)
    for member in (holms.lone, karim):
        actions.leave_family(member=member, by=cast.ole, at=MONDAY + DAY)
    seats = Seat.objects.filter(person__in=[cast.lone, cast.karim], ends_at=None)
    assert {(seat.person, seat.table, seat.role) for seat in seats} == {
        (cast.lone, cast.holms_table, SeatRole.HEAD),
        (cast.karim, cast.karims_table, SeatRole.HEAD),
    }
    assert gate.may(viewer_of(cast.lone), acts.CONTACTS_READ, cast.holms_table, at=MONDAY + DAY)


def test_who_has_left_is_refused_the_familys_plan_and_reads_it_again_on_coming_back(cast: Cast, holms: Holms) -> None:
    """Lone keeps her seat at the head of the case and is told no; Jens reads on; Karim, invited anew, may read and answer."""
    actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY)
    karim = actions.join(family=holms.family, by=cast.karim, at=MONDAY)
    for member in (holms.lone, karim):
        actions.leave_family(member=member, by=cast.ole, at=MONDAY + DAY)
    assert what_may("lone", cast, holms, MONDAY + DAY) == ["family.join"]
    assert what_may("karim", cast, holms, MONDAY + DAY) == []
    assert what_may("jens", cast, holms, MONDAY + DAY) == ["family.read", "family.write", "family.join"]
    actions.join(family=holms.family, by=cast.lone, at=MONDAY + 2 * DAY)
    actions.invite(family=holms.family, person=cast.karim, by=cast.ole, at=MONDAY + 2 * DAY)
    for name in ("lone", "karim", "jens"):
        assert what_may(name, cast, holms, MONDAY + 2 * DAY) == ["family.read", "family.write", "family.join"]


def what_may(name: str, cast: Cast, holms: Holms, at: datetime) -> list[str]:
    viewer = viewer_of(getattr(cast, name))
    asked = (acts.FAMILY_READ, acts.FAMILY_WRITE, acts.FAMILY_JOIN)
    found = [act.code for act in asked if gate.may(viewer, act, holms.family, at=at)]
    assert found == [act.code for act in asked if gate.reachable(viewer, act, at=at).filter(pk=holms.family.pk)]
    return found


def test_who_leaves_a_table_laid_for_the_family_keeps_the_own_table_and_no_other(cast: Cast) -> None:
    family = actions.begin_family(table=cast.aminas_table, name="Os", by=cast.amina, at=MONDAY)
    member = Member.objects.get(person=cast.amina)
    actions.leave_family(member=member, by=cast.amina, at=MONDAY + DAY)
    assert [seat.table for seat in Seat.objects.filter(person=cast.amina, ends_at=None)] == [cast.aminas_table]
    assert not gate.may(viewer_of(cast.amina), acts.FAMILY_READ, family, at=MONDAY + DAY)


def test_leaving_ends_what_was_shared_and_a_child_without_another_guardian_leaves_too(
    cast: Cast, holms: Holms
) -> None:
    say(holms.lone.part)
    actions.leave_family(member=holms.lone, by=cast.lone, at=MONDAY + DAY)
    there = {one.member.person.given_name for one in circle(family=holms.family, at=MONDAY + DAY)}
    assert there == {"Jens", "Freja", "Anton", "Alma"}
    assert not gate.may(viewer_of(cast.lone), acts.PART_READ, holms.alma.part, at=MONDAY + DAY)
    assert [said.words for said in spoken(part=holms.lone.part, shown_to_others=False) if said.words] == [
        "At vi griner mere."
    ]
    with pytest.raises(NotPossible, match="ikke med i familiens plan mere"):
        say(holms.lone.part, words="Efter", version=1, at=MONDAY + DAY)
    actions.leave_family(member=holms.jens, by=cast.jens, at=MONDAY + 2 * DAY)
    assert circle(family=holms.family, at=MONDAY + 2 * DAY) == []
    assert PartWords.objects.filter(part=holms.lone.part).count() == 1


def test_a_line_keeps_standing_when_the_one_who_took_it_on_has_left(cast: Cast, holms: Holms) -> None:
    key = new_id()
    for _time in range(2):
        line = actions.set_family_step(
            family=holms.family,
            words="Gå i skoven",
            member=holms.jens,
            supporters="Mormor",
            form_key=key,
            by=holms.anton.person,
            at=MONDAY,
        )
    assert (Undertaking.objects.count(), line.supporters) == (1, "Mormor")
    actions.leave_family(member=holms.jens, by=cast.jens, at=MONDAY + DAY)
    actions.mark_line(line=line, done=True, reflection="Det var godt.", by=cast.lone, at=MONDAY + DAY)
    (kept,) = common_steps(0, 9, family=holms.family)
    assert kept.step is not None
    assert (kept.member, kept.step.done_at) == (holms.jens, MONDAY + DAY)
    with pytest.raises(NotPossible):
        actions.mark_line(line=line, done=False, reflection="", by=cast.jens, at=MONDAY + DAY)


@pytest.mark.requirement("R79")
def test_the_familys_goals_are_common_and_each_child_has_a_part_of_its_own(cast: Cast, holms: Holms) -> None:
    goal = actions.set_family_goal(
        family=holms.family,
        words="Rolige morgener",
        member=holms.freja,
        supporters="",
        form_key=new_id(),
        by=holms.freja.person,
        at=MONDAY,
    )
    assert goal.goal is not None
    assert (goal.goal.plan, goal.goal.plan.kind, goal.goal.plan.owner) == (holms.family.plan, PlanKind.FAMILY, None)
    assert {one.member.part.member.person.given_name for one in circle(family=holms.family, at=MONDAY)} == {
        name.capitalize() for name in WHO
    }


def test_birthdays_on_the_day_itself_and_on_the_leap_day() -> None:
    ages, leap = Ages(), date(2012, 2, 29)
    assert ages.under("own_part_from", BORN["alma"], date(2029, 11, 2))
    assert not ages.under("own_part_from", BORN["alma"], date(2029, 11, 3))
    assert ages.under("adult_from", leap, date(2030, 2, 28))
    assert not ages.under("adult_from", leap, date(2030, 3, 1))
    assert ages.birthday("adult_from", leap) == date(2030, 3, 1)
    assert not ages.under("own_part_from", leap, date(2024, 2, 29))
    assert not ages.under("adult_from", None, date(2030, 3, 1))
