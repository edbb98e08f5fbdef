"""`bordenden audit seal | heads | verify`, as the keeper of the server runs it every night."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from bordenden.audit.actions import record
from bordenden.audit.models import Block
from tests.audit.things import AMINAS_PLAN, BO, MONDAY, NIELS, NIELS_PLAN
from tests.flushing import triggers_at_rest

pytestmark = pytest.mark.django_db


def say(*words: str) -> str:
    out = StringIO()
    call_command("audit", *words, stdout=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def entries() -> int:
    record(act="goal.write", by=NIELS, thing=NIELS_PLAN, at=MONDAY)
    return record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY).pk


def change(entry: int) -> None:
    with triggers_at_rest(), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET act = 'goal.hide' WHERE id = %s", [entry])


def test_seal_says_what_was_closed() -> None:
    assert say("seal") == "461: block 1, entries: 1\n851: block 1, entries: 1\n"
    assert say("seal") == ""


def test_verify_says_that_all_is_whole() -> None:
    say("seal")
    assert say("verify") == ("461: blocks 1, sealed 1, not yet 0: whole\n851: blocks 1, sealed 1, not yet 0: whole\n")


def test_verify_ends_with_1_and_names_the_place(entries: int) -> None:
    say("seal")
    change(entries)
    out = StringIO()
    with pytest.raises(CommandError, match="broken in 1 of 2") as caught:
        call_command("audit", "verify", stdout=out)
    assert caught.value.returncode == 1
    assert out.getvalue().splitlines()[1] == (
        f"851: blocks 0, sealed 0, not yet 0: BROKEN at block 1, entry {entries}:"
        " the entry is not what it was when it was written"
    )


def test_heads_are_json_lines_that_verify_can_be_held_against(tmp_path: Path, entries: int) -> None:
    say("seal")
    printed = say("heads")
    first, second = (json.loads(line) for line in printed.splitlines())
    block = Block.objects.get(municipality=851)
    assert second == {
        "municipality": 851,
        "number": 1,
        "last": entries,
        "digest": block.digest,
        "sealed_at": block.sealed_at.isoformat(),
    }
    assert first["municipality"] == 461
    kept = tmp_path / "heads.jsonl"
    kept.write_text(printed)
    assert say("verify", "--heads", str(kept)) == say("verify")
    with triggers_at_rest(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_block")
    assert say("verify").count("whole") == 2
    with pytest.raises(CommandError, match="broken in 2 of 2"):
        say("verify", "--heads", str(kept))


def test_a_file_that_holds_no_heads_is_refused_by_line(tmp_path: Path) -> None:
    kept = tmp_path / "heads.jsonl"
    kept.write_text('{"municipality": 851}\n')
    with pytest.raises(CommandError, match=r"line 1: not a head") as caught:
        say("verify", "--heads", str(kept))
    assert caught.value.returncode == 2


def test_a_word_is_needed() -> None:
    with pytest.raises(CommandError, match="WORD"):
        say()
