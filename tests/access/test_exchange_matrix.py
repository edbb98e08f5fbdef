"""Rows 12 and 13 of the matrix: who may do what with each thread and each shown file at Amina's and the Holms' tables.

Ida is a nurse, Sara Amina's sister; a file lies before Sara because they meet today. `x` may; `o` did until it was
closed; `.` may not.
"""

import pytest

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.exchange import actions
from bordenden.exchange.models import FileView, Thread
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.actions import lay_file
from bordenden.pathways.models import Seat
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, viewer_of
from tests.exchange.telling import a_nurse, laid, meet
from tests.families.holms import seat_the_holms

DRAWING = """
                        amina bo    mie   ida   sara  jens  lone  freja anton ole   lis
with bo    thread.write x     x     .     .     .     .     .     .     .     .     .
with bo    file.lay     .     .     .     .     .     .     .     .     .     .     .
with mie   thread.write x     .     o     .     .     .     .     .     .     .     .
with mie   file.lay     .     .     o     .     .     .     .     .     .     .     .
with ida   thread.write x     .     .     o     .     .     .     .     .     .     .
with ida   file.lay     .     .     .     o     .     .     .     .     .     .     .
with freja thread.write .     .     .     .     .     x     x     o     .     .     .
with freja file.lay     .     .     .     .     .     .     .     .     .     .     .
to bo      file.view    .     o     .     .     .     .     .     .     .     .     .
to mie     file.view    .     .     o     .     .     .     .     .     .     .     .
to ida     file.view    .     .     .     o     .     .     .     .     .     .     .
to sara    file.view    .     .     .     .     o     .     .     .     .     .     .
to freja   file.view    .     .     .     .     .     .     .     o     .     .     .
"""


def test_messages_and_files_are_the_drawing(cast: Cast) -> None:
    holms, ida = seat_the_holms(cast), a_nurse(cast)
    freja = Seat.objects.get(person=holms.freja.person)
    everybody = {name: getattr(cast, name) for name in ("amina", "bo", "mie", "sara", "jens", "lone", "ole", "lis")}
    everybody |= {"ida": ida.person, "freja": holms.freja.person, "anton": holms.anton.person}
    threads = {
        f"with {name}": actions.begin(seat=seat, by=by, at=MONDAY)
        for name, seat, by in (
            ("bo", cast.bos_seat, cast.amina),
            ("mie", cast.mies_seat, cast.amina),
            ("ida", ida, cast.amina),
            ("freja", freja, cast.jens),
        )
    }
    with pytest.raises(NotPossible):
        actions.begin(seat=cast.saras_seat, by=cast.amina, at=MONDAY)
    file, theirs = laid(cast, cast.bos_seat, cast.mies_seat, ida), laid(cast, more=b"%", by=cast.jens)
    meet(cast)
    lay_file(file=file, seat=cast.saras_seat, by=cast.amina, at=MONDAY)
    actions.show_to(file=theirs, seat=freja, shown=True, by=cast.jens, at=MONDAY)
    views = {f"to {view.shared_to.person.given_name.lower()}": view for view in FileView.objects.order_by("pk")}
    rows: list[tuple[str, Act, Thread | FileView]] = []  # type: ignore[type-arg]
    for name, thread in threads.items():
        rows += [(name, acts.THREAD_WRITE, thread), (name, acts.FILE_LAY, thread)]
    rows += [(name, acts.FILE_VIEW, view) for name, view in views.items()]
    opened = drawn(rows, everybody)
    close_all(cast, threads, views)
    closed = drawn(rows, everybody)
    columns = DRAWING.strip("\n").splitlines()[0].split()
    lines = [" " * 24 + "".join(f"{name:<6}" for name in columns).rstrip()]
    for name, before in opened.items():
        cells = ["x" if closed[name][who] else "o" if before[who] else "." for who in columns]
        lines.append(f"{name:<24}" + "".join(f"{cell:<6}" for cell in cells).rstrip())
    order = DRAWING.strip("\n").splitlines()
    assert sorted(lines) == sorted(order)


def close_all(cast: Cast, threads: dict[str, Thread], views: dict[str, FileView]) -> None:
    """Whoever sits at the head closes all that can be closed; her caseworker's thread cannot."""
    for name, thread in threads.items():
        by = cast.jens if thread.table == cast.holms_table else cast.amina
        if name != "with bo":
            actions.close(thread=thread, by=by, at=MONDAY)
    for view in views.values():
        actions.show_to(file=view.file, seat=view.shared_to, shown=False, by=cast.amina, at=MONDAY)


def drawn(
    rows: list[tuple[str, Act, Thread | FileView]],  # type: ignore[type-arg]
    everybody: dict[str, Person],
) -> dict[str, dict[str, bool]]:
    for _name, _act, thing in rows:
        thing.refresh_from_db()
    return {
        f"{name:<11}{act.code}": {who: allowed(person, act, thing) for who, person in everybody.items()}
        for name, act, thing in rows
    }


def allowed(person: Person, act: Act, thing: Thread | FileView) -> bool:  # type: ignore[type-arg]
    viewer = viewer_of(person)
    answer = gate.may(viewer, act, thing, at=MONDAY)
    assert answer == gate.reachable(viewer, act, at=MONDAY).filter(pk=thing.pk).exists()
    return answer
