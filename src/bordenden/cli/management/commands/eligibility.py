"""`bordenden eligibility FILE --on DATE --out FILE`: who of a whole file may be referred, and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.foundation.clock import now
from progression.errors import BadInput, BrokenFile, BrokenRules, MissingPackage, UnknownColumn
from progression.spells import RULE_SETS, Rules, Track, read_codes, rule_set
from progression.spells.bulk import Asked, Done, Fault, Problems, run

SHOWN: Final = 20


class Command(BaseCommand):
    """Exit code 0: the file of answers is there, whole. Exit code 1: nothing was written, and why."""

    help = (
        "A row a person: yes or no, the rule that decided, and the days it was decided by. FILE has the columns "
        "person, benefit, starts_on, ends_on; with --weeks person, week, code. CSV or Parquet."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What is asked, of whom, by which rules."""
        parser.add_argument("file", type=Path, metavar="FILE", help="benefit histories, .csv or .parquet")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the answers, .csv or .parquet")
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="day of referral, e.g. 2014-10-15")
        parser.add_argument(
            "--persons",
            type=Path,
            metavar="FILE",
            help="person, and any of born_on, vocational_education (ja/nej), track (udd/job), referred_on",
        )
        parser.add_argument("--rules", choices=RULE_SETS, default="2014", help="the law to ask by")
        parser.add_argument("--track", choices=[track.value for track in Track], help="the project's track")
        parser.add_argument("--last-referral", type=date.fromisoformat, metavar="DATE", help="the project's last day")
        parser.add_argument("--weeks", action="store_true", help="FILE has a row a week")
        parser.add_argument("--codes", type=Path, metavar="FILE", help="what a week's code stands for: code, benefit")
        parser.add_argument(
            "--only-good", action="store_true", help="leave bad rows out instead of refusing the file"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Ask, and say what came of it."""
        try:
            asked = self._asked(options)
            self.stdout.write(_("Læser %(file)s …") % {"file": asked.file.name})
            done = run(asked, self._told)
        except (MissingPackage, BadInput, OSError) as refused:
            raise CommandError(_said(refused)) from refused
        if done.problems:
            self._say_problems(done)
        if not done.written:
            raise CommandError(_("Intet er skrevet. Ret rækkerne, eller brug --only-good, så de bliver udeladt."))
        for rule, people in done.by_rule.items():
            self.stdout.write(f"{_number(people):>12}  {rule}")
        self.stdout.write(
            _("%(people)s personer er skrevet i %(file)s.")
            % {"people": _number(done.people), "file": options["out"].name}
        )

    def _asked(self, options: dict[str, Any]) -> Asked:
        rules: Rules = rule_set(options["rules"])
        if options["last_referral"]:
            rules = replace(rules, last_referral_on=options["last_referral"])
        return Asked(
            file=options["file"],
            out=options["out"],
            rules=rules,
            on=options["on"],
            people=options["persons"],
            weeks=options["weeks"],
            codes=read_codes(options["codes"].read_bytes(), rules) if options["codes"] else None,
            track=Track(options["track"]) if options["track"] else None,
            today=timezone.localtime(now()).date(),
            only_good=options["only_good"],
        )

    def _told(self, step: str, count: int) -> None:
        words = {
            "read": _("Læst: %(count)s rækker."),
            "people": _("Fundet: %(count)s personer."),
            "walk": _("Regnet: %(count)s personer."),
            "write": _("Skriver: %(count)s svar."),
        }
        self.stdout.write(words[step] % {"count": _number(count)})
        self.stdout.flush()

    def _say_problems(self, done: Done) -> None:
        reasons, problems = _reasons(), done.problems
        for one in problems.shown[:SHOWN]:
            # Never what stands there: it may be a CPR number, and this is written into logs.
            words = _("%(file)s, linje %(line)d: %(reason)s")
            self.stderr.write(words % {"file": one.file, "line": one.line, "reason": reasons[one.fault]})
        more = len(problems) - len(problems.shown[:SHOWN])
        if more:
            self.stderr.write(_("… og %(count)s rækker til.") % {"count": _number(more)})
        self.stderr.write(_summary(problems, reasons))


def _summary(problems: Problems, reasons: dict[Fault, str]) -> str:
    counted = [f"{_number(count)} × {reasons[fault]}" for fault, count in sorted(problems.counts.items())]
    return _("I alt %(rows)s rækker: %(reasons)s.") % {
        "rows": _number(len(problems)),
        "reasons": "; ".join(counted),
    }


def _reasons() -> dict[Fault, str]:
    return {
        Fault.CUT: _("rækken er for kort; er filen hel?"),
        Fault.UNREADABLE: _("rækken har for mange felter"),
        Fault.NO_PERSON: _("der står ikke, hvem det er"),
        Fault.UNKNOWN_CODE: _("koden er ukendt"),
        Fault.NOT_A_DATE: _("datoen er ingen dato"),
        Fault.NOT_A_WEEK: _("ugen er ingen uge"),
        Fault.ENDS_BEFORE_START: _("perioden slutter, før den begynder"),
        Fault.IN_THE_FUTURE: _("dagen ligger i fremtiden"),
        Fault.NOT_IN_FORCE: _("ydelsen fandtes ikke den dag"),
        Fault.NOT_AN_ANSWER: _("svaret er ikke et af dem, der kan stå her"),
        Fault.TWICE: _("personen står der flere gange"),
        Fault.BORN_AFTER: _("fødselsdagen ligger efter visitationen"),
    }


def _said(refused: Exception) -> str:
    """A sentence, and in brackets the words of the arithmetic."""
    sentences: tuple[tuple[type[Exception], Callable[[], str]], ...] = (
        (MissingPackage, lambda: _("Det kræver tilvalget stats. Installér bordenden[stats].")),
        (UnknownColumn, lambda: _("En kolonne mangler eller står der to gange.")),
        (BrokenRules, lambda: _("Kodetabellen er afvist.")),
        (BrokenFile, lambda: _("Filen er der ikke, er tom eller kan ikke læses til ende.")),
    )
    sentence = next(
        (words() for kind, words in sentences if isinstance(refused, kind)), _("Det kan ikke lade sig gøre.")
    )
    return f"{sentence} {_('Intet er skrevet.')}\n({refused})"


def _number(count: int) -> str:
    return str(number_format(count, force_grouping=True))
