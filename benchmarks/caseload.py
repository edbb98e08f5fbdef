"""The caseworker's first page with 90 and with 500 citizens: queries, CPU and size of each way to ask for it.

Run: python benchmarks/caseload.py [--contacts 20]. A SQLite file is made in a folder of its own and removed again.
Everything in it is made up.
"""

import argparse
import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
FOLDER = tempfile.TemporaryDirectory(prefix="caseload-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
os.environ["BORDENDEN_LOCAL"] = "1"
os.environ["BORDENDEN_DATABASE"] = f"sqlite:///{FOLDER.name}/caseload.sqlite3"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bordenden.contactlog.models import Entry  # noqa: E402
from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402
from bordenden.intake.actions import bring_in, lay_up  # noqa: E402
from bordenden.mentors.actions import offer_to_all  # noqa: E402
from bordenden.pathways.models import Table  # noqa: E402
from bordenden.people.models import Person  # noqa: E402
from bordenden.programmes.models import Project  # noqa: E402
from bordenden.worlds import cast as world  # noqa: E402

SIZES = (90, 500)
ADDRESSES = ("", "?side=2", "?tur=ours", "?stille=14", "?tur=waiting&stille=30", "venter/")
MARKS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA")
ROUNDS = 7
LONG_AGO = timedelta(days=100)


def main() -> None:
    """Build, look, say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--contacts", type=int, default=20)
    contacts = parser.parse_args().contacts
    call_command("migrate", verbosity=0)
    cast = world.build(at=now() - timedelta(days=1))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(cast.bo.login)
    print(f"{'citizens':>8}  {'address':<24} {'queries':>7} {'CPU ms':>7} {'KB':>6}")
    there = 0
    for size in SIZES:
        began = time.process_time()
        _fill(cast.bo, cast.project, there, size, contacts)
        there = size
        spent = time.process_time() - began
        for address in ADDRESSES:
            queries, cpu, length = _measured(client, f"/sagsbehandler/{address}")
            print(f"{size:>8}  {address or '(first page)':<24} {queries:>7} {cpu:>7.1f} {length / 1024:>6.1f}")
        print(f"{size:>8}  (brought in from a file, and their contacts: {spent:.1f} s CPU)")


def _fill(by: Person, project: Project, first: int, last: int, contacts: int) -> None:
    """Citizens from a file, as a caseworker brings them in, each with contacts of every kind."""
    at = now() - timedelta(days=1)
    head = "Fornavn;CPR;Sagsnummer;Henvist\n"
    day = at.date().isoformat()
    lines = (f"Nogen {n};{1 + n % 28:02}{1 + n % 12:02}80-{1000 + n};B-{n};{day}" for n in range(first, last))
    file = lay_up(project=project, content=(head + "\n".join(lines)).encode(), by=by, at=at)
    bring_in(file=file, only_good=False, offer_mentor=offer_to_all, by=by, at=at)
    # They came long ago, so that some have been quiet for long.
    Table.objects.filter(opened_at=at).update(opened_at=at - LONG_AGO + timedelta(seconds=first))
    tables = Table.objects.filter(opened_at=at - LONG_AGO + timedelta(seconds=first)).order_by("pk")
    Entry.objects.bulk_create(
        (_contact(table, number, by, n) for n, table in enumerate(tables) for number in range(contacts)), 1000
    )


def _contact(table: Table, number: int, by: Person, shift: int) -> Entry:
    """Every third comes from the citizen in writing; the newest lies up to forty days back."""
    when = table.opened_at + LONG_AGO - timedelta(days=number + shift % 40, minutes=shift)
    asks = (number + shift) % 3 == 0
    return Entry(
        table=table,
        municipality_id=table.municipality_id,
        summary="Opdigtet.",
        channel=Channel.TEXT if asks else Channel.PHONE,
        direction=Direction.IN if asks else Direction.OUT,
        initiator=Initiator.STAFF,
        place=Place.REMOTE,
        outcome=Outcome.REACHED,
        minutes=5,
        happened_at=when,
        written_by=by,
        written_at=when,
        form_key=uuid4(),
    )


def _measured(client: Client, address: str) -> tuple[int, float, int]:
    client.get(address)
    said: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    spent = []
    for _round in range(ROUNDS):
        began = time.process_time()
        client.get(address)
        spent.append((time.process_time() - began) * 1000)
    return sum(not sql.startswith(MARKS) for sql in said), median(spent), len(answer.content)


if __name__ == "__main__":
    main()
