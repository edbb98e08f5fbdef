"""Rows without names: what is not statistical cannot be asked for, whatever the way."""

from datetime import date

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from bordenden.evaluation import extract
from bordenden.evaluation.extract import NotStatistical, people_by
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import AtTable, Enrolment, Exit, Seat
from bordenden.pathways.words import Decider, ExitReason
from bordenden.plans.models import Chosen
from tests.cast import Cast


def all_columns(model: type[Model], depth: int = 2) -> list[tuple[str, bool]]:
    """Every field that can be reached over links, and whether its own model calls it statistical."""
    columns: list[tuple[str, bool]] = []
    for field in model._meta.concrete_fields:
        privacy = getattr(model, "privacy", None)
        columns.append((field.name, privacy is not None and field.name in privacy.statistical))
        if isinstance(field, ForeignKey) and depth:
            columns += [
                (f"{field.name}__{name}", allowed) for name, allowed in all_columns(field.related_model, depth - 1)
            ]
    return columns


def models_at_tables() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, AtTable)]


@pytest.mark.django_db
@pytest.mark.parametrize("model", models_at_tables(), ids=lambda model: model._meta.label)
def test_only_statistical_fields_can_be_read_over_any_link(model: type[Model]) -> None:
    """For every thing at a table, and every field two links away: its own class decides."""
    opened = set()
    for column, _allowed in all_columns(model):
        try:
            people_by(model._default_manager.all(), column)
        except NotStatistical:
            continue
        opened.add(column)
    assert opened == {column for column, allowed in all_columns(model) if allowed}


def test_a_name_a_text_and_an_id_are_refused_by_name(cast: Cast) -> None:
    """The sentence says which field of which model."""
    with pytest.raises(NotStatistical, match="given_name of Person is not statistical"):
        people_by(Seat.objects.all(), "person__given_name")
    with pytest.raises(NotStatistical, match="grounds of Exit is not statistical"):
        people_by(Exit.objects.all(), "grounds")
    with pytest.raises(NotStatistical, match="id of Enrolment is not statistical"):
        people_by(Enrolment.objects.all(), "id")
    with pytest.raises(NotStatistical, match="no field called nothing"):
        people_by(Exit.objects.all(), "nothing")
    with pytest.raises(NotStatistical, match="is no link"):
        people_by(Exit.objects.all(), "reason__id")


def test_equal_rows_come_once_with_how_many_they_are(cast: Cast) -> None:
    """Fjordby has three courses in its project, Bakkeby none."""
    rows = people_by(Enrolment.objects.all(), "project", "track")
    assert rows == [(cast.project.pk, "job", 3)]


def test_who_took_part_when_in_what_and_how_it_ended_is_read_field_by_field(story: Cast) -> None:
    """The records Delanalyse 1 needs of Amina's course. The report and the export with keys for names are not here yet."""
    course, her = story.aminas_course, story.aminas_table
    pathways.end_course(
        enrolment=course,
        on=date(2026, 3, 2),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.TOGETHER,
        by=story.bo,
        at=story.at,
    )
    took_part = ("project", "track", "target_group", "referred_on", "activated_on")
    about = (story.project.pk, course.track, course.target_group, course.referred_on, course.activated_on)
    assert people_by(Enrolment.objects.filter(table=her), *took_part) == [(*about, 1)]
    ended = (*(f"enrolment__{field}" for field in took_part), "on", "reason", "decided_by", "moved_to")
    end = (*about, date(2026, 3, 2), "ordinary_job", "together", None)
    assert people_by(Exit.objects.filter(table=her), *ended) == [(*end, 1)]
    did = ("offer__area", "offer__category", "started_on", "ended_on", "status", "outcome", "hit_right")
    assert people_by(Chosen.objects.filter(table=her, started_on__isnull=False), *did) == [
        ("health", "health_talk", date(2026, 1, 17), None, "started", "", "", 1),
        ("social", "network", date(2025, 12, 12), date(2026, 2, 4), "completed", "partly", "right", 1),
    ]


def test_only_what_happened_by_the_day_is_counted(cast: Cast) -> None:
    """Amina leaves for a job on the 2nd of March; on the 1st she is still in."""
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=date(2026, 3, 2),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.TOGETHER,
        by=cast.bo,
        at=cast.at,
    )
    assert extract.exits_of_project(project=cast.project, until=date(2026, 3, 1)) == []
    assert extract.exits_of_project(project=cast.project, until=date(2026, 3, 2)) == [("ordinary_job", 1)]
    assert extract.exits_of_project(project=cast.neighbours, until=date(2026, 3, 2)) == []
    begun = cast.aminas_course.activated_on
    assert begun is not None
    assert extract.participants_of_project(project=cast.project, until=begun) == 3
    assert extract.participants_of_project(project=cast.project, until=date(2025, 1, 1)) == 0
