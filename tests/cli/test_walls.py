"""Each word typed at the server is done by the application's own role, behind the walls of PostgreSQL."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from bordenden.assessments.actions.precision import FEWEST
from bordenden.assessments.models import InstrumentVersion
from bordenden.assessments.words import Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.intake.actions import lay_up
from bordenden.intake.models import CaseloadFile
from bordenden.people.queries import crisis_lines
from tests.assessments.files import SHIPPED
from tests.assessments.histories import published, twenty
from tests.assessments.test_precision import everybody_says, people
from tests.cast import MONDAY, Cast
from tests.intake.files import SIGNE, written
from tests.walls import as_the_application

NUMBER = '[[line]]\nposition = 1\nname = "En linje (opdigtet)"\nphone = "20 00 00 93"\n'
HERS = f"municipality = 901\n{NUMBER.replace('position = 1', 'position = 10')}"


def said(*words: str) -> str:
    out = StringIO()
    with as_the_application():
        call_command(*words, stdout=out)
    return out.getvalue()


def places(act: str) -> list[int]:
    """In which municipalities the audit has the act."""
    return list(Entry.objects.filter(act=act).values_list("municipality", flat=True))


def test_an_instrument_of_the_whole_country_is_published(db: None, tmp_path: Path) -> None:
    path = tmp_path / "min-vurdering.toml"
    path.write_bytes(SHIPPED)
    assert said("instrument", str(path)) == "Min vurdering, version 1: udgivet.\n"
    assert (InstrumentVersion.objects.count(), places("instrument.publish")) == (1, [0])


@pytest.mark.parametrize(("text", "place"), [(NUMBER, 0), (HERS, 901)])
def test_numbers_for_a_crisis_are_set_for_everybody_and_for_one_municipality(
    cast: Cast, tmp_path: Path, text: str, place: int
) -> None:
    path = tmp_path / "lines.toml"
    path.write_text(text, encoding="utf-8")
    assert said("crisislines", str(path)) == "1 numre gælder nu.\n"
    assert "En linje (opdigtet)" in [line.name for line in crisis_lines(person=cast.amina)]
    assert places("crisis.lines") == [place]


def test_precision_is_counted_over_every_municipality(cast: Cast) -> None:
    version = published(twenty(), number=1, at=MONDAY)
    everybody_says(people(cast, FEWEST), version, Sharing.SENT)
    assert said("precision") == "Helbred: 50 personer, spredning 2,62, alfa 0,99.\n"
    assert places("precision.count") == [0]


def test_a_forgotten_file_is_wiped_behind_its_uploaders_own_wall(cast: Cast) -> None:
    old = lay_up(project=cast.project, content=written(SIGNE), by=cast.bo, at=now() - timedelta(hours=25))
    assert said("sweep").strip() == "Wiped 1 caseload files."
    assert CaseloadFile.objects.get(pk=old.pk).content == ""
