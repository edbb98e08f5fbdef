"""`bordenden audit seal | verify | heads`: close blocks, read all again, print what must leave the house."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from bordenden.audit.actions import SealLater, seal_all
from bordenden.audit.queries import Head, heads
from bordenden.audit.verification import Verdict, verify_all
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot

BROKEN = 1
TRY_AGAIN = 75  # EX_TEMPFAIL of sysexits.h


class Command(BaseCommand):
    """Run daily: seal, then heads to a place that the database's keeper cannot write to, then verify."""

    help = "Seal and verify the audit, and print the heads of its chains."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The three words, and what `verify` may be held against."""
        words = parser.add_subparsers(dest="word", required=True, metavar="WORD")
        words.add_parser("seal", help="close a block in every municipality that has new entries")
        words.add_parser("heads", help="print the last block of every chain as JSON lines")
        verify = words.add_parser("verify", help="read everything again; exit code 1 when something is broken")
        verify.add_argument(
            "--heads",
            type=Path,
            metavar="FILE",
            help="JSON lines that `heads` printed earlier, also of many days",
        )

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        """Do what the word says."""
        if options["word"] == "seal":
            self._seal()
        elif options["word"] == "heads":
            with snapshot(None, None, national=True):
                ends = heads()
            for head in ends:
                self.stdout.write(json.dumps(asdict(head), default=datetime.isoformat))
        else:
            file = options["heads"]
            self._verify(_read(file) if isinstance(file, Path) else [])

    def _seal(self) -> None:
        try:
            blocks = seal_all(at=now())
        except SealLater as error:
            raise CommandError(f"{error}; nothing is lost, seal again later.", returncode=TRY_AGAIN) from error
        for block in blocks:
            self.stdout.write(f"{block.municipality}: block {block.number}, entries: {block.count}")

    def _verify(self, known: list[Head]) -> None:
        with snapshot(None, None, national=True):
            verdicts = verify_all(known)
        for verdict in verdicts:
            self.stdout.write(_line(verdict))
        if broken := [verdict for verdict in verdicts if not verdict.whole]:
            raise CommandError(f"The audit is broken in {len(broken)} of {len(verdicts)}.", returncode=BROKEN)


def _line(verdict: Verdict) -> str:
    counts = f"blocks {verdict.blocks}, sealed {verdict.sealed}, not yet {verdict.unsealed}"
    read = f"{verdict.municipality}: {counts}"
    if verdict.fault is None:
        return f"{read}: whole"
    where = [
        f"{name} {number}"
        for name, number in (("block", verdict.fault.block), ("entry", verdict.fault.entry))
        if number is not None
    ]
    return f"{read}: BROKEN at {', '.join(where)}: {verdict.fault.flaw}"


def _read(file: Path) -> list[Head]:
    """The heads in a file. Raises CommandError naming the first line that is not one."""
    found = []
    for number, line in enumerate(file.read_text().splitlines(), start=1):
        try:
            values = json.loads(line)
            found.append(Head(**{**values, "sealed_at": datetime.fromisoformat(values["sealed_at"])}))
        except (ValueError, TypeError, KeyError) as error:
            raise CommandError(f"{file}, line {number}: not a head.", returncode=2) from error
    return found
