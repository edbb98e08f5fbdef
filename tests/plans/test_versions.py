"""Versions: one draft and one that holds, her yes on a device or on paper, and nothing of it changed afterwards."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.audit.models import Entry
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.offers.words import Area
from bordenden.plans import actions, queries
from bordenden.plans.models import Handover, Plan, PlanVersion
from bordenden.plans.words import (
    AgreedHow,
    DecisionAbout,
    GoalKind,
    HandedOver,
    LifeArea,
    PlanKind,
    StatementKind,
    VersionStatus,
)
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast
from tests.plans.ready import BEFORE, agreed, aminas_plan, chosen, contact, goal, ready_plan, step

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = MONDAY.date()


def draft(cast: Cast, plan: Plan, by: Any = None, at: Any = MONDAY) -> PlanVersion:
    return actions.make_draft(plan=plan, form_key=new_id(), by=by or cast.amina, at=at)


def standing(plan: Plan) -> list[tuple[int, str]]:
    return list(PlanVersion.objects.filter(plan=plan).order_by("number").values_list("number", "status"))


def test_amina_agrees_on_her_own_device_and_the_former_plan_is_superseded(cast: Cast) -> None:
    plan = ready_plan(cast)
    first = agreed(cast, plan)
    assert (first.agreed_by, first.agreed_how, first.noted_by) == (cast.amina, AgreedHow.DEVICE, None)
    step(cast, plan, "Gå en tur")
    second = agreed(cast, plan, MONDAY + HOUR)
    assert standing(plan) == [(1, VersionStatus.SUPERSEDED), (2, VersionStatus.AGREED)]
    assert queries.agreed_version(plan=plan) == second
    assert list(Entry.objects.filter(act__startswith="version.").order_by("pk").values_list("act", flat=True)) == [
        "version.draft",
        "version.agree",
        "version.draft",
        "version.supersede",
        "version.agree",
    ]


def test_a_yes_on_paper_is_hers_and_names_bo_who_noted_it(cast: Cast) -> None:
    version = draft(cast, ready_plan(cast), by=cast.bo)
    with pytest.raises(NotPossible):
        actions.note_paper(version=version, signed_by=cast.bo, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.agree(version=version, by=cast.bo, at=MONDAY)
    noted = actions.note_paper(version=version, signed_by=cast.amina, by=cast.bo, at=MONDAY)
    assert (noted.agreed_by, noted.noted_by, noted.agreed_how) == (cast.amina, cast.bo, AgreedHow.PAPER)


def test_she_hears_of_a_draft_that_bo_made_and_no_more_once_she_has_said_yes(cast: Cast) -> None:
    plan = ready_plan(cast)
    version = draft(cast, plan, by=cast.bo)
    letter = Letter.objects.get(kind=Kind.PLAN_READY)
    assert (letter.person, letter.thing, letter.state) == (cast.amina.pk, version.pk, "waiting")
    actions.agree(version=version, by=cast.amina, at=MONDAY)
    letter.refresh_from_db()
    assert letter.state == "cancelled"


def test_one_draft_at_a_time_and_the_same_plan_is_the_same_draft(cast: Cast) -> None:
    plan = ready_plan(cast)
    first = draft(cast, plan)
    assert draft(cast, plan, at=MONDAY + HOUR) == first
    step(cast, plan, "Gå en tur")
    second = draft(cast, plan, at=MONDAY + HOUR)
    assert standing(plan) == [(1, VersionStatus.DROPPED), (2, VersionStatus.DRAFT)]
    with pytest.raises(NotPossible, match="nyere plan"):
        actions.agree(version=first, by=cast.amina, at=MONDAY + HOUR)
    assert [row.number for row in queries.versions_of(plan=plan)] == [second.number]


def test_while_something_is_missing_only_the_yes_waits(cast: Cast) -> None:
    plan = aminas_plan(cast)
    actions.say(plan=plan, kind=StatementKind.DREAM, words="Et job", version=0, by=cast.amina, at=BEFORE)
    version = draft(cast, plan)
    with pytest.raises(NotPossible, match="Skriv et mål om job eller uddannelse"):
        actions.agree(version=version, by=cast.amina, at=MONDAY)
    step(cast, plan, "Gå en tur")
    assert standing(plan) == [(1, VersionStatus.DRAFT)]


def test_the_same_form_sent_twice_is_one_draft(cast: Cast) -> None:
    plan, key = ready_plan(cast), new_id()
    first = actions.make_draft(plan=plan, form_key=key, by=cast.amina, at=MONDAY)
    step(cast, plan, "Gå en tur")
    assert actions.make_draft(plan=plan, form_key=key, by=cast.amina, at=MONDAY) == first
    assert PlanVersion.objects.count() == 1


def test_the_plan_as_it_stood_is_told_as_it_stood(cast: Cast) -> None:
    plan = ready_plan(cast)
    then = queries.snapshot(plan=plan, at=MONDAY)
    work = plan.goals.get()
    actions.reword_goal(goal=work, words="Et job i en børnehave", version=1, by=cast.amina, at=MONDAY + HOUR)
    actions.mark_step(step=plan.steps.get(), done=True, by=cast.amina, at=MONDAY + HOUR)
    assert queries.snapshot(plan=plan, at=MONDAY) == then
    now = queries.snapshot(plan=plan, at=MONDAY + HOUR)
    assert ([one["words"] for one in now["goals"]], [one["done_on"] for one in now["steps"]]) == (
        ["Et job i en børnehave"],
        ["2026-03-02"],
    )


def test_something_new_since_a_version_is_seen(cast: Cast) -> None:
    plan = ready_plan(cast)
    version = agreed(cast, plan)
    assert not queries.changed_since(version=version)
    actions.set_step(plan=plan, words="Gå en tur", form_key=new_id(), by=cast.amina, at=MONDAY + HOUR)
    assert queries.changed_since(version=version)


@pytest.mark.parametrize("change", [{"content": {}}, {"number": 7}])
def test_the_database_itself_refuses_to_change_what_a_version_says(cast: Cast, change: dict[str, Any]) -> None:
    version = agreed(cast, ready_plan(cast))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PlanVersion.objects.filter(pk=version.pk).update(**change)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PlanVersion.objects.filter(pk=version.pk)._raw_delete("default")


@pytest.mark.requirement("R6", "R103")
def test_every_version_says_who_proposed_and_who_decided_goals_and_content(cast: Cast) -> None:
    plan = ready_plan(cast)
    work, visit = plan.goals.get(), plan.chosen.get()
    for about, thing in ((DecisionAbout.GOAL, work), (DecisionAbout.OFFER, visit), (DecisionAbout.TEMPO, visit)):
        actions.decide(plan=plan, about=about, thing=thing, by=cast.amina, proposed_by=cast.bo, at=BEFORE + HOUR)
    told = agreed(cast, plan).content["decisions"]
    mine = {"proposed_by": "Bo Lund", "decided_by": "Amina Yusuf", "decided_side": "citizen"}
    assert {(one["about"], one["thing"]) for one in told} == {
        ("goal", str(work.pk)),
        ("offer", str(visit.pk)),
        ("tempo", str(visit.pk)),
    }
    assert [{name: one[name] for name in mine} for one in told] == [mine] * 3
    assert {one["builds_on"] for one in told} == {"En fast dag."}


@pytest.mark.requirement("R8", "R91")
def test_one_plan_holds_work_education_everyday_life_and_health_together(cast: Cast) -> None:
    plan = ready_plan(cast)
    for area in (Area.EDUCATION, Area.SOCIAL, Area.HEALTH):
        chosen(cast, plan, f"Noget om {area.label}", area)
    for part in (LifeArea.HEALTH, LifeArea.EDUCATION, LifeArea.FAMILY):
        goal(cast, plan, f"Et mål: {part.label}", GoalKind.OWN, part)
    for department in (Department.SOCIAL, Department.EDUCATION):
        contact(plan, str(department.label), department)
    held = agreed(cast, plan).content
    assert {one["area"] for one in held["chosen"]} == set(Area.values)
    assert {one["area"] for one in held["goals"]} == {"employment", "health", "education", "family"}
    assert {one["department"] for one in held["contacts"]} - {""} == {"health", "social", "education"}
    assert actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY) == plan
    with pytest.raises(DatabaseError), transaction.atomic():
        Plan.objects.create(table=cast.karims_table, municipality=cast.fjordby, owner=cast.amina, begun_at=MONDAY)


@pytest.mark.requirement("R155")
def test_in_a_resource_course_the_plan_is_its_part_and_what_she_chose_is_in_it(cast: Cast) -> None:
    plan = ready_plan(cast)
    before = agreed(cast, plan)
    key = new_id()
    for _twice in range(2):
        change = actions.change_kind(
            plan=plan, kind=PlanKind.RESOURCE, why="Bevilget i dag.", form_key=key, by=cast.bo, at=MONDAY
        )
    plan.refresh_from_db()
    assert (plan.kind, change.enrolment, change.changed_by) == (PlanKind.RESOURCE, cast.aminas_course, cast.bo)
    after = agreed(cast, plan, MONDAY + HOUR).content
    assert (before.content["kind"], after["kind"]) == ("one", "resource")
    assert after["chosen"] == before.content["chosen"] != []
    with pytest.raises(NotPossible, match="allerede"):
        actions.change_kind(plan=plan, kind=PlanKind.RESOURCE, why="Igen", form_key=new_id(), by=cast.bo, at=MONDAY)


def test_a_change_of_kind_takes_a_reason_a_running_course_and_no_family(cast: Cast) -> None:
    plan = aminas_plan(cast)
    family = actions.begin(table=cast.holms_table, by=cast.ole, at=BEFORE)
    cast.aminas_course.activated_on = None
    for its, why, words in ((plan, " ", "Skriv"), (family, "Ja", "families"), (plan, "Ja", "forløb i gang")):
        cast.aminas_course.save(update_fields=["activated_on"])
        with pytest.raises(NotPossible, match=words):
            actions.change_kind(plan=its, kind=PlanKind.RESOURCE, why=why, form_key=new_id(), by=cast.bo, at=MONDAY)


@pytest.mark.requirement("R159")
def test_a_handover_is_noted_once_a_form_for_what_she_agreed_to_and_never_ahead(cast: Cast) -> None:
    plan, key = ready_plan(cast), new_id()
    version = draft(cast, plan)
    kept: dict[str, Any] = {"how": HandedOver.MEETING, "form_key": key, "by": cast.bo, "at": MONDAY + DAY}
    with pytest.raises(NotPossible, match="ikke aftalt"):
        actions.hand_over(version=version, on=TODAY, **kept)
    actions.agree(version=version, by=cast.amina, at=MONDAY)
    for wrong in (TODAY - DAY, TODAY + 2 * DAY):
        with pytest.raises(NotPossible, match="Vælg en dag"):
            actions.hand_over(version=version, on=wrong, **kept)
    for _twice in range(2):
        actions.hand_over(version=version, on=TODAY, **kept)
    with pytest.raises(AlreadySent):
        actions.hand_over(version=version, on=TODAY + DAY, **kept)
    (given_once,) = Handover.objects.all()
    assert (given_once.version, given_once.on, given_once.handed_by, given_once.how) == (
        version,
        TODAY,
        cast.bo,
        HandedOver.MEETING,
    )


DEEDS = ("write", "draft", "draft by bo", "yes", "yes on paper", "give")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(DEEDS), max_size=12))
def test_whatever_is_done_in_whatever_order_one_plan_holds_and_none_is_rewritten(
    cast: Cast, deeds: list[str]
) -> None:
    with transaction.atomic():
        plan = ready_plan(cast)
        seen: dict[Any, Any] = {}
        for number, deed in enumerate(deeds):
            _do(cast, plan, deed, number)
            rows = list(PlanVersion.objects.filter(plan=plan))
            states = [row.status for row in rows]
            assert states.count(VersionStatus.AGREED) <= 1 >= states.count(VersionStatus.DRAFT)
            assert [seen.setdefault(row.pk, row.content) for row in rows] == [row.content for row in rows]
        transaction.set_rollback(True)


def _do(cast: Cast, plan: Plan, deed: str, number: int) -> None:
    at, newest = MONDAY + number * HOUR, PlanVersion.objects.filter(plan=plan).order_by("-number").first()
    if deed == "write":
        actions.set_step(plan=plan, words=f"Skridt {number}", form_key=new_id(), by=cast.amina, at=at)
    elif deed.startswith("draft"):
        draft(cast, plan, by=cast.bo if deed.endswith("bo") else cast.amina, at=at)
    elif newest is not None:
        kept: dict[str, Any] = {"version": newest, "at": at}
        try:
            if deed == "give":
                how = HandedOver.PICKUP
                actions.hand_over(on=at.date(), how=how, form_key=new_id(), by=cast.bo, **kept)
            elif deed == "yes":
                actions.agree(by=cast.amina, **kept)
            else:
                actions.note_paper(signed_by=cast.amina, by=cast.bo, **kept)
        except NotPossible:
            assert newest.status in {VersionStatus.DRAFT, VersionStatus.DROPPED}
