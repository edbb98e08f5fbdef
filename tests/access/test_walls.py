"""The second wall: the application's own database role meets the rows of the municipality it has named, and no others.

On SQLite there are no roles; every page must answer there just the same.
"""

import pytest
from django.apps import apps
from django.db import connection

from bordenden.contactlog.models import JournalCopy
from bordenden.drafts.actions import keep
from bordenden.drafts.models import Draft
from bordenden.drafts.slots import fresh
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import snapshot, tell, writing
from bordenden.pathways.actions import change_coordinator
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.pathways.words import LeavingReason
from tests.cast import MONDAY, Cast, client_of
from tests.house.test_urls import GUARDED, things_of, url_of
from tests.walls import POSTGRESQL, as_the_application

WALLED = [model for model in apps.get_models() if issubclass(model, (AtTable, Table))]
# At no table, and of one municipality (or one person) all the same: behind a wall too.
WALLED_BESIDES = {"assessments.BeliefTally", "audit.Entry", "audit.Block", "drafts.Draft", "intake.CaseloadFile"}
WALLED_BESIDES |= {"people.Notices", "plans.PlanLayout", "plans.PlanRules", "post.Letter"}
WALLED_BESIDES |= {"intake.BenefitPeriod", "intake.Candidate", "intake.InformationMeeting", "intake.Invitation"}
WALLED_BESIDES |= {"mentors.MentorProfile", "supervision.Supervision", "moves.Arrival", "reviews.QuietRule"}
# Told apart by municipality and read across it: who somebody is at the log-in, offices, questions, telephone numbers.
OPEN = {"assessments.Instrument", "people.CrisisLine", "people.Person", "programmes.Office", "programmes.Project"}
# What a municipality offers, and how it does things, tells of nobody; the national ones are read everywhere.
OPEN |= {"offers.Catalogue", "offers.Event", "offers.Material", "offers.Offer"}
OPEN |= {"families.AgeRule", "plans.ComplaintGuide"}

# Niels is a stranger at every door; the others are asked at their own.
BY_DOOR = {
    "amina": ("citizen",),
    "bo": ("staff",),
    "mie": ("guest",),
    "lis": ("insight",),
    "stine": ("insight",),
    "eva": ("insight",),
    "niels": ("citizen", "staff", "guest", "insight"),
}


def test_every_table_at_a_table_has_its_wall(db: None) -> None:
    if not POSTGRESQL:
        assert len(WALLED) > 10
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity ORDER BY relname")
        walled = {name for (name,) in cursor.fetchall()}
    besides = {apps.get_model(label)._meta.db_table for label in WALLED_BESIDES}
    assert ({model._meta.db_table for model in WALLED} | besides) - walled == set()


def test_a_table_of_a_municipality_has_a_wall_or_is_named_as_open() -> None:
    own = {
        model._meta.label
        for model in apps.get_models()
        if any(field.name == "municipality" for field in model._meta.get_fields() if field.concrete)
    }
    walled = {model._meta.label for model in WALLED} | WALLED_BESIDES
    assert own - walled == OPEN
    assert (own | {"drafts.Draft"}) >= walled


def test_who_names_no_municipality_meets_no_row(story: Cast) -> None:
    with as_the_application():
        tell(None, None)
        hers = Seat.objects.filter(table=story.aminas_table)
        assert Seat.objects.exists() is not POSTGRESQL
        with snapshot(story.bakkeby.pk, story.niels.pk):
            assert hers.exists() is not POSTGRESQL
        with snapshot(story.fjordby.pk, story.amina.pk):
            assert Seat.objects.filter(table=story.aminas_table).count() == 5


@pytest.mark.postgres
@pytest.mark.parametrize(("name", "doors"), BY_DOOR.items(), ids=BY_DOOR)
def test_every_page_answers_behind_the_walls_as_before_them(story: Cast, name: str, doors: tuple[str, ...]) -> None:
    things, visitor = things_of(story), client_of(getattr(story, name))
    urls = [
        (address.name, url_of(address, things))
        for address in GUARDED
        if address.view.__module__.split(".")[2] in doors
    ]
    before = {page: visitor.get(url).status_code for page, url in urls}
    with as_the_application():
        assert {page: visitor.get(url).status_code for page, url in urls} == before


def test_a_draft_is_its_writers_alone_and_a_handover_over_it_is_refused_whoever_asks(story: Cast) -> None:
    with as_the_application():
        with writing(story.fjordby.pk, story.bo.pk):
            slot = fresh("contact.new", table=story.aminas_table.pk)
            keep(by=story.bo, slot=slot, fields={"summary": "Amina ringede"}, opened_at=MONDAY, at=MONDAY)
        with writing(story.fjordby.pk, story.lis.pk):
            assert Draft.objects.exists() is not POSTGRESQL
            with pytest.raises(NotPossible, match="Bo har kladder"):
                change_coordinator(
                    table=story.aminas_table, to=story.ole, because=LeavingReason.OTHER, by=story.lis, at=MONDAY
                )
            assert Draft.objects.exists() is not POSTGRESQL
            assert Seat.objects.get(pk=story.bos_seat.pk).ends_at is None
            seat = change_coordinator(
                table=story.karims_table, to=story.bo, because=LeavingReason.OTHER, by=story.lis, at=MONDAY
            )
            assert seat.person == story.bo


def test_a_copy_to_the_journal_stays_in_its_municipality(story: Cast) -> None:
    with as_the_application():
        with snapshot(story.fjordby.pk, story.bo.pk):
            assert JournalCopy.objects.count() == 11
        with snapshot(story.bakkeby.pk, story.niels.pk):
            assert JournalCopy.objects.exists() is not POSTGRESQL
