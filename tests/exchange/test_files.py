"""Files: known by their own bytes, seen seat by seat, gone from the disk when she takes them away."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from bordenden.access import acts, gate
from bordenden.exchange import actions, store
from bordenden.exchange.content import MOST_BYTES, taken_in
from bordenden.exchange.models import File, FileView
from bordenden.exchange.queries import shown_files, shown_to
from bordenden.foundation.days import end_of
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.actions import cancel, lay_file
from bordenden.pathways.models import Seat
from bordenden.people.models import Person
from bordenden.worlds.cast.exchange import EMPTY_PAGE
from tests.cast import MONDAY, Cast, viewer_of
from tests.exchange.telling import a_nurse, meet

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


def put(cast: Cast, name: str = "Brev.pdf", content: bytes = EMPTY_PAGE, **more: Any) -> File:
    said: dict[str, Any] = {"seats": [cast.bos_seat], "form_key": uuid4(), "by": cast.amina, "at": MONDAY, **more}
    return actions.put(table=cast.aminas_table, name=name, content=taken_in(content), **said)


def sees(person: Person, at: datetime = MONDAY) -> list[str]:
    views = gate.reachable(viewer_of(person), acts.FILE_VIEW, at=at)
    return [view.file.name for view in shown_files(views)]


def test_she_decides_who_sees_it_seat_by_seat(cast: Cast, folder: Path) -> None:
    file = put(cast)
    assert [path.name for path in folder.iterdir()] == [file.pk.hex]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert store.fetch(file.pk) == EMPTY_PAGE
    assert (sees(cast.bo), sees(cast.mie)) == (["Brev.pdf"], [])
    actions.show_to(file=file, seat=cast.mies_seat, shown=True, by=cast.amina, at=MONDAY)
    actions.show_to(file=file, seat=cast.bos_seat, shown=False, by=cast.amina, at=MONDAY)
    assert (sees(cast.bo), sees(cast.mie), sees(cast.sara), sees(cast.ole)) == ([], ["Brev.pdf"], [], [])
    with pytest.raises(NotPossible):
        actions.show_to(file=file, seat=cast.saras_seat, shown=True, by=cast.amina, at=MONDAY)


def test_she_removes_her_own_and_nobody_elses(
    cast: Cast, folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file = put(cast)
    bos = put(cast, "Afgørelse.pdf", EMPTY_PAGE + b"%", by=cast.bo)
    with pytest.raises(NotPossible, match="selv har lagt ind"):
        actions.remove(file=bos, by=cast.amina, at=MONDAY)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove(file=file, by=cast.amina, at=MONDAY)
    assert [path.name for path in folder.iterdir()] == [bos.pk.hex]
    kept = File.objects.get(pk=file.pk)
    assert (kept.name, kept.removed_at, sees(cast.bo)) == ("", MONDAY, ["Afgørelse.pdf"])
    assert put(cast).pk != file.pk  # What was taken away may be laid there again.


def test_the_same_form_is_one_file_and_the_same_content_is_refused(cast: Cast, folder: Path) -> None:
    key = uuid4()
    assert put(cast, form_key=key) == put(cast, form_key=key)
    with pytest.raises(NotPossible, match="ligger her allerede"):
        put(cast, "Et andet navn.pdf")
    assert (File.objects.count(), FileView.objects.count(), len(list(folder.iterdir()))) == (1, 1, 1)


def test_nobody_finds_out_by_trying_what_lies_on_her_table(cast: Cast) -> None:
    hers = put(cast, seats=[])
    mies = put(cast, seats=[cast.mies_seat], by=cast.mie)
    assert (sees(cast.mie), sees(cast.bo), store.fetch(mies.pk)) == (["Brev.pdf"], [], EMPTY_PAGE)
    with pytest.raises(NotPossible, match="ligger her allerede"):
        put(cast, seats=[cast.mies_seat], by=cast.mie)
    actions.show_to(file=hers, seat=cast.bos_seat, shown=True, by=cast.amina, at=MONDAY)
    for by in (cast.bo, cast.amina):  # He has been shown it; she knows of them all.
        with pytest.raises(NotPossible, match="ligger her allerede"):
            put(cast, by=by)
    with pytest.raises(NotPossible, match="selv har lagt ind"):
        actions.remove(file=mies, by=cast.amina, at=MONDAY)
    actions.remove(file=mies, by=cast.mie, at=MONDAY)
    assert sees(cast.mie) == []


def test_her_sister_sees_it_the_day_they_meet_and_not_before_or_after(cast: Cast) -> None:
    file = put(cast)

    def lay(at: datetime, seat: Seat = cast.saras_seat) -> None:
        lay_file(file=file, seat=seat, by=cast.amina, at=at)

    with pytest.raises(NotPossible, match="den dag, I mødes"):
        lay(MONDAY)
    talk = meet(cast)
    with pytest.raises(NotPossible, match="den dag, I mødes"):
        lay(MONDAY - DAY)
    lay(MONDAY)
    midnight = end_of(MONDAY.date())
    assert [sees(cast.sara, at) for at in (midnight - SECOND, midnight)] == [["Brev.pdf"], []]
    assert shown_to(file=file, at=MONDAY) == {cast.bos_seat.pk, cast.saras_seat.pk}
    assert shown_to(file=file, at=midnight) == {cast.bos_seat.pk}
    cancel(conversation=talk, by=cast.bo, at=MONDAY)
    assert (sees(cast.sara), sees(cast.bo)) == ([], ["Brev.pdf"])
    meet(cast)
    for seat in (cast.mies_seat, a_nurse(cast)):
        with pytest.raises(NotPossible, match="selv har taget med"):
            lay(MONDAY, seat)


def test_when_one_talk_is_called_off_what_lies_there_for_another_the_same_day_stays(cast: Cast) -> None:
    file, morning, afternoon, tomorrow = put(cast), *(meet(cast, timedelta(hours=hours)) for hours in (1, 4, 26))
    lay_file(file=file, seat=cast.saras_seat, by=cast.amina, at=MONDAY)
    for called_off, seen in ((tomorrow, ["Brev.pdf"]), (morning, ["Brev.pdf"]), (afternoon, [])):
        cancel(conversation=called_off, by=cast.bo, at=MONDAY)
        assert sees(cast.sara) == seen


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.pdf", b"", "tom"),
        ("stor.pdf", b"%PDF-" + b"0" * MOST_BYTES, "for stor"),
        ("side.pdf", b"<!doctype html><script>", "PDF og billeder"),
        ("billede.svg", b"<svg onload='x'/>", "PDF og billeder"),
        ("program.exe", b"MZ\x90", "PDF og billeder"),
        ("a" * 300 + ".pdf", EMPTY_PAGE, "for langt"),
    ],
)
def test_what_is_not_taken_in_is_met_with_a_sentence_and_leaves_nothing(
    cast: Cast, folder: Path, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(NotPossible, match=said):
        put(cast, name, content)
    assert (File.objects.count(), folder.exists()) == (0, False)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\amina\\brev.pdf", "brev.pdf"),
        ("brev\u202efdp.exe\r\n", "brevfdp.exe"),
        ("...", "Fil uden navn"),
        ("", "Fil uden navn"),
    ],
)
def test_a_name_is_words_and_no_path(cast: Cast, name: str, kept: str) -> None:
    assert put(cast, name).name == kept
