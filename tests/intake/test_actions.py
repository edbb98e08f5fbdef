"""A file is laid up, looked at, and brought in: all or nothing, once, and then its text is gone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from bordenden.audit.models import Entry
from bordenden.audit.queries import municipalities
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.actions import Brought
from bordenden.intake.models import CaseloadFile
from bordenden.intake.queries import Unreadable, check, open_file, read
from bordenden.intake.words import Verdict
from bordenden.mentors.actions import offer_to_all
from bordenden.mentors.models import MentorOffering
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from tests.cast import MONDAY, Cast
from tests.intake.files import HEADINGS, SIGNE, TOVE, laid_up, written

BROKEN = SIGNE.replace("010190", "310290").replace("F-101", "F-103")


def rows() -> tuple[int, int, int, int]:
    return (Person.objects.count(), Table.objects.count(), Seat.objects.count(), Enrolment.objects.count())


def bring(cast: Cast, file: CaseloadFile, *, only_good: bool = False) -> Brought:
    return actions.bring_in(file=file, only_good=only_good, offer_mentor=offer_to_all, by=cast.bo, at=MONDAY)


def test_a_new_citizen_has_a_table_a_head_bo_beside_her_and_a_course_that_has_begun(cast: Cast) -> None:
    assert bring(cast, laid_up(cast, SIGNE, TOVE)) == Brought(new=2, changed=0, same=0, left_out=0)
    course = Enrolment.objects.get(reference="F-101")
    seats = Seat.objects.filter(table=course.table).order_by("role")
    assert [(seat.role, seat.person.name) for seat in seats] == [
        (SeatRole.COORDINATOR, "Bo Lund"),
        (SeatRole.HEAD, "Signe Åkjær"),
    ]
    head = seats[1].person
    assert (head.cpr, head.phone, head.municipality) == ("0101901234", "20 00 01 01", cast.fjordby)
    assert (course.activated_on, course.mentor_offered_on, course.track) == (MONDAY.date(), MONDAY.date(), "job")
    assert [one.offered_by for one in MentorOffering.objects.filter(table=course.table)] == [cast.bo]
    assert Letter.objects.filter(person=head.pk, kind=Kind.MENTOR_ANSWER).count() == 1
    assert Enrolment.objects.get(reference="F-102").target_group == "aktivitetsparat"


def test_everything_written_is_in_the_audit(cast: Cast) -> None:
    bring(cast, laid_up(cast, SIGNE))
    table = Enrolment.objects.get(reference="F-101").table
    acts = Entry.objects.filter(table=table.pk, actor=cast.bo.pk).order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["seat.take", "seat.take", "course.prepare", "mentor.offer", "course.begin"]
    assert Entry.objects.filter(act="caseload.import", actor=cast.bo.pk).count() == 1
    assert cast.fjordby.pk in municipalities()


def test_no_course_begins_by_a_file_without_the_offer_of_a_mentor(cast: Cast) -> None:
    file, before = laid_up(cast, SIGNE), rows()
    with pytest.raises(NotPossible, match="tilbud om en mentor"):
        actions.bring_in(file=file, only_good=False, offer_mentor=lambda **_: None, by=cast.bo, at=MONDAY)
    assert rows() == before


def test_many_are_offered_a_mentor_in_as_many_queries_as_one(cast: Cast) -> None:
    """What is written for one more citizen is in the same statements."""
    with CaptureQueriesContext(connection) as one:
        bring(cast, laid_up(cast, SIGNE))
    lines = [f"Nogen;Nr {n};{n + 1:02}0380-4321;;F-{200 + n};02-02-2026;;" for n in range(20)]
    file = laid_up(cast, *lines)
    with CaptureQueriesContext(connection) as twenty:
        bring(cast, file)
    assert MentorOffering.objects.filter(offered_at=MONDAY).count() == 21
    assert len(twenty) <= len(one)


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    bring(cast, laid_up(cast, SIGNE, TOVE))
    before = rows()
    assert bring(cast, laid_up(cast, SIGNE, TOVE)) == Brought(new=0, changed=0, same=2, left_out=0)
    assert rows() == before


def test_confirmed_twice_is_once(cast: Cast) -> None:
    file = laid_up(cast, SIGNE)
    bring(cast, file)
    before = rows()
    with pytest.raises(NotPossible, match="ikke her mere"):
        bring(cast, file)
    assert rows() == before


def test_one_line_that_cannot_be_brought_in_keeps_all_out_unless_the_good_ones_are_asked_for(cast: Cast) -> None:
    file, before = laid_up(cast, SIGNE, BROKEN), rows()
    with pytest.raises(NotPossible, match="Ret filen, eller hent kun de andre"):
        bring(cast, file)
    assert rows() == before
    assert bring(cast, file, only_good=True) == Brought(new=1, changed=0, same=0, left_out=1)
    assert not Enrolment.objects.filter(reference="F-103").exists()


def test_what_is_put_right_is_put_right_and_an_empty_cell_is_not(cast: Cast) -> None:
    bring(cast, laid_up(cast, TOVE))
    changed = TOVE.replace("Tove", "Åse").replace("20 00 01 02", "")
    assert bring(cast, laid_up(cast, changed)) == Brought(new=0, changed=1, same=0, left_out=0)
    aase = Person.objects.get(cpr="0202801234")
    assert (aase.name, aase.phone, aase.sort_key) == ("Åse Ærø", "20 00 01 02", "z3se z1rz2")
    assert Entry.objects.filter(act="person.put_right", thing=aase.pk).count() == 1


def test_it_is_checked_anew_in_the_moment_it_is_written(cast: Cast) -> None:
    """Between Bo's look and his yes Ole brought in the same person."""
    file = laid_up(cast, SIGNE)
    assert check(sheet=read(file.content), project=cast.project, by=cast.bo, at=MONDAY).number(Verdict.NEW) == 1
    oles = laid_up(cast, SIGNE, by=cast.ole)
    actions.bring_in(file=oles, only_good=False, offer_mentor=offer_to_all, by=cast.ole, at=MONDAY)
    with pytest.raises(NotPossible, match="ikke kan hentes"):
        bring(cast, file)


def test_without_telephone_and_hours_nobody_is_brought_in(cast: Cast) -> None:
    file = laid_up(cast, SIGNE)
    cast.bo.reachable = ""
    with pytest.raises(NotPossible, match="telefonnummer og din træffetid"):
        bring(cast, file)


def test_the_text_is_gone_when_it_is_brought_in_thrown_away_or_replaced(cast: Cast) -> None:
    first = laid_up(cast, SIGNE)
    second = laid_up(cast, TOVE)
    actions.throw_away(file=second, by=cast.bo, at=MONDAY)
    actions.throw_away(file=second, by=cast.bo, at=MONDAY)
    third = laid_up(cast, SIGNE)
    bring(cast, third)
    kept = CaseloadFile.objects.order_by("pk").values_list("content", flat=True)
    assert list(kept) == ["", "", ""]
    assert CaseloadFile.objects.filter(closed_at=F("uploaded_at")).count() == 3
    assert first.pk != second.pk


def test_a_file_nobody_confirmed_is_gone_after_a_day(cast: Cast) -> None:
    file, tomorrow = laid_up(cast, SIGNE), MONDAY + timedelta(hours=24)
    assert open_file(owner=cast.bo, project=cast.project, at=tomorrow - timedelta(seconds=1)) == file
    assert open_file(owner=cast.bo, project=cast.project, at=tomorrow) is None
    with pytest.raises(NotPossible, match="ikke her mere"):
        actions.bring_in(file=file, only_good=False, offer_mentor=offer_to_all, by=cast.bo, at=tomorrow)
    assert actions.forget_old(by=cast.bo, at=tomorrow) == 1
    file.refresh_from_db()
    assert file.content == ""


def test_a_file_that_cannot_be_read_leaves_the_one_before(cast: Cast) -> None:
    file = laid_up(cast, SIGNE)
    with pytest.raises(Unreadable):
        actions.lay_up(project=cast.project, content=b"PK\x03\x04", by=cast.bo, at=MONDAY)
    assert open_file(owner=cast.bo, project=cast.project, at=MONDAY) == file


def test_oles_file_is_not_bos(cast: Cast) -> None:
    laid_up(cast, SIGNE, by=cast.ole)
    assert open_file(owner=cast.bo, project=cast.project, at=MONDAY) is None


def test_twice_as_many_lines_ask_the_database_no_more_for_each(cast: Cast) -> None:
    """What a file costs besides its lines' own rows does not grow with it; seconds stand in benchmarks/RESULTS.md."""
    asked = [queries_for(cast, first, first + number) for first, number in ((0, 50), (100, 500))]
    assert [new for new, _queries in asked] == [50, 500]
    few, many = (queries for _new, queries in asked)
    # SQLite takes few values at a time, PostgreSQL many: never as much as one question for five lines.
    assert (many - few) * 5 < 450


def queries_for(cast: Cast, first: int, last: int) -> tuple[int, int]:
    """How many lines were new, and how many questions it took to check and write them."""
    lines = [
        f"Nogen;Nr {number};{1 + number % 28:02}{1 + number // 28 % 12:02}60-{1000 + number};;F-{1000 + number};02-02-2026;;"
        for number in range(first, last)
    ]
    content = written(*lines, headings=HEADINGS)
    file = actions.lay_up(project=cast.project, content=content, by=cast.bo, at=MONDAY)
    with CaptureQueriesContext(connection) as asked:
        check(sheet=read(file.content), project=cast.project, by=cast.bo, at=MONDAY)
        brought = bring(cast, file)
    return brought.new, len(asked)
