"""The word `instrument`: what it prints and how it ends."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bordenden.assessments.actions.reading import read
from bordenden.assessments.models import Instrument, InstrumentVersion
from bordenden.audit.models import Entry
from tests.assessments.files import SHIPPED, SMALL, TWENTY

pytestmark = pytest.mark.django_db


def run(path: Path) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("instrument", str(path), stdout=out)
    return out.getvalue()


def test_a_file_is_published_and_the_audit_says_from_where(tmp_path: Path) -> None:
    path = tmp_path / "min-vurdering.toml"
    path.write_bytes(SHIPPED)
    assert run(path) == "Min vurdering, version 1: udgivet.\n"
    published = Entry.objects.get(act="instrument.publish")
    assert (published.actor.int, published.thing, published.municipality) == (
        0,
        InstrumentVersion.objects.get().pk,
        0,
    )


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "min-vurdering.toml"
    path.write_bytes(SHIPPED)
    run(path)
    assert run(path) == "Min vurdering, version 1: den er udgivet før. Intet er ændret.\n"
    assert (InstrumentVersion.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_broken_file_is_refused_whole_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(SMALL.replace('high = "Nok"', "high = 10").replace("version = 1", "version = 0"))
    with pytest.raises(CommandError) as refused:
        run(path)
    assert str(refused.value) == (
        f"{path} er afvist. Intet er ændret.\n"
        "Linje 3: »version« skal være et helt tal fra 1 og op.\n"
        "Linje 21: »high« skal være en tekst i anførselstegn."
    )
    assert refused.value.returncode == 1
    assert not Instrument.objects.exists()


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "gone.toml")
    assert str(refused.value) == f"{tmp_path / 'gone.toml'} kan ikke læses: No such file or directory"


def export(*asked: str) -> str:
    """What `--export` prints."""
    out = StringIO()
    call_command("instrument", "--export", *asked, stdout=out)
    return out.getvalue()


def test_a_version_is_written_out_as_a_file_that_reads_the_same(tmp_path: Path) -> None:
    for number, content in ((1, SHIPPED), (2, TWENTY)):
        path = tmp_path / f"min-vurdering-{number}.toml"
        path.write_bytes(content)
        run(path)
    assert export("min-vurdering") == export("min-vurdering", "2")
    for asked, content in ((("min-vurdering", "1"), SHIPPED), (("min-vurdering",), TWENTY)):
        said, kept = read(export(*asked).encode()), read(content)
        assert (said.code, said.version, said.intro, said.items) == (kept.code, kept.version, kept.intro, kept.items)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("min-vurdering",), "Der er ikke udgivet et skema med den kode og det nummer."),
        (("min-vurdering", "to"), "Skriv koden og højst et nummer: --export min-vurdering 2"),
        (("a", "1", "2"), "Skriv koden og højst et nummer: --export min-vurdering 2"),
    ],
)
def test_what_is_not_published_is_not_written_out(asked: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError) as refused:
        export(*asked)
    assert str(refused.value) == said
