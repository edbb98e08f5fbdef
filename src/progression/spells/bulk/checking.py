"""What is wrong in which row: days, weeks and people, each row with its first fault."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from progression.errors import BadInput, BrokenFile, NotInForce, UnknownCode
from progression.spells.bulk.opening import Opened
from progression.spells.periods import monday_of, week_of
from progression.spells.rules import Codes, Rules

SHOWN: Final = 1000
"""So many problems are kept with their lines; all are counted."""
COUNTS: Final = 1
PROGRAMME: Final = 2
OTHER: Final = 0


class Fault(StrEnum):
    """Why a row cannot be computed on."""

    CUT = "cut"
    UNREADABLE = "unreadable"
    NO_PERSON = "no_person"
    UNKNOWN_CODE = "unknown_code"
    NOT_A_DATE = "not_a_date"
    NOT_A_WEEK = "not_a_week"
    ENDS_BEFORE_START = "ends_before_start"
    IN_THE_FUTURE = "in_the_future"
    NOT_IN_FORCE = "not_in_force"
    NOT_AN_ANSWER = "not_an_answer"
    TWICE = "twice"
    BORN_AFTER = "born_after"


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad row: its file's name, its line (CSV) or row (Parquet) from 1, the fault, and what stands there."""

    file: str
    line: int
    fault: Fault
    value: str


@dataclass(slots=True)
class Problems:
    """All that was found: each fault counted, the first SHOWN of a file with their lines."""

    counts: Counter[Fault] = field(default_factory=Counter)
    shown: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return self.counts.total()

    def take(self, opened: Opened, faults: str, read: str) -> None:
        """Count the faults of a file and name the first.

        `read`: the table of its rows with `fault`. `faults`: the same as SQL with `row_no`, `fault` and `said`, asked
        only when there are any, since numbering rows is slow.
        """
        connection = opened.connection
        counted = f"SELECT fault, count(*) FROM {read} WHERE fault IS NOT NULL GROUP BY fault"  # noqa: S608
        found = connection.execute(counted).fetchall()
        for fault, count in found:
            self.counts[Fault(fault)] += count
        if opened.text is not None:
            self._rejected(opened)
        if not found:
            return
        rows = connection.execute(
            f"SELECT row_no, fault, said FROM ({faults}) WHERE fault IS NOT NULL ORDER BY row_no LIMIT {SHOWN}"  # noqa: S608
        ).fetchall()
        lines = opened.lines([row for row, _, _ in rows])
        found = [Problem(opened.path.name, lines[row], Fault(fault), said or "") for row, fault, said in rows]
        self.shown = sorted([*self.shown, *found], key=lambda one: (one.file, one.line))

    def _rejected(self, opened: Opened) -> None:
        rows = opened.connection.execute(
            f"SELECT line, min(csv_line) FROM {opened.rejects} GROUP BY line ORDER BY line"  # noqa: S608
        ).fetchall()
        for line, text in rows:
            if "\n" in (text or ""):
                # What follows it would be hidden with it, good rows too.
                raise BrokenFile(f"{opened.path.name!r}, line {line}: a quotation mark is not closed.", row=line)
        self.counts[Fault.UNREADABLE] += len(rows)
        self.shown += [Problem(opened.path.name, line, Fault.UNREADABLE, text or "") for line, text in rows[:SHOWN]]
        self.counts = +self.counts


def person_key(opened: Opened) -> str:
    """The SQL of who it is: as text, without the hyphen and the blanks that the same number is also written with."""
    if "INT" in opened.kinds["person"]:
        return "CAST(person AS VARCHAR)"
    return key_of("person")


def key_of(column: str) -> str:
    """The SQL of a name of a person, however it is spelt."""
    hyphened = f"regexp_replace(trim({column}), '^(\\d{{6}})[- ](\\d{{4}})$', '\\1\\2')"
    return f"CASE WHEN strlen(trim({column})) = 11 THEN {hyphened} ELSE trim({column}) END"


def day(opened: Opened, column: str) -> str:
    """The SQL of a day: a date of the engine, or text as 2014-10-01 or 01-10-2014; NULL for what is none."""
    if opened.kinds[column] == "DATE" or opened.kinds[column].startswith("TIMESTAMP"):
        return f"CAST({column} AS DATE)"
    parsed = f"CAST(try_strptime(trim({column}), ['%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y']) AS DATE)"
    return f"CASE WHEN year({parsed}) >= 1900 THEN {parsed} END"


def empty(column: str) -> str:
    """The SQL of whether nothing stands in a column."""
    return f"coalesce(trim(CAST({column} AS VARCHAR)), '') = ''"


def listed(values: frozenset[str] | set[str] | list[str]) -> str:
    """Texts as a list of SQL; a list that holds nothing is one that nothing is in."""
    return "(" + (", ".join("'" + one.replace("'", "''") + "'" for one in sorted(values)) or "NULL") + ")"


def checked_days(opened: Opened, rules: Rules, today: date | None, *, numbered: bool = False) -> str:
    """The rows of a file of days as SQL: row_no, key, kind, s, e (NULL: goes on), fault, said (what stands there)."""
    starts, ends = day(opened, "starts_on"), day(opened, "ends_on")
    future = "false" if today is None else f"s > DATE '{today}' OR coalesce(e > DATE '{today}', false)"
    outside = " OR ".join(
        f"(benefit = '{one.code}' AND s NOT BETWEEN DATE '{since}' AND DATE '{until}')"
        for one in rules.benefits
        for since, until in [rules.may_begin(one)]
        if (since, until) != (date.min, date.max)
    )
    return f"""SELECT row_no, key, kind, s, e, CASE
          WHEN cut THEN 'cut' WHEN coalesce(key, '') = '' THEN 'no_person' WHEN kind IS NULL THEN 'unknown_code'
          WHEN s IS NULL OR (e IS NULL AND NOT open) THEN 'not_a_date' WHEN e < s THEN 'ends_before_start'
          WHEN {future} THEN 'in_the_future' WHEN {outside or "false"} THEN 'not_in_force' END AS fault,
          concat_ws(' ', benefit, written_from, written_to) AS said
        FROM (SELECT {person_key(opened)} AS key, cut, trim(benefit) AS benefit, {starts} AS s, {ends} AS e,
            {empty("ends_on")} AS open, CAST(starts_on AS VARCHAR) AS written_from,
            CAST(ends_on AS VARCHAR) AS written_to, {_kind(rules)} AS kind, row_no
          FROM {opened.rows(numbered)})"""  # noqa: S608


def _kind(rules: Rules) -> str:
    return (
        f"CASE WHEN trim(benefit) IN {listed(rules.counting)} THEN {COUNTS} "
        f"WHEN trim(benefit) IN {listed(rules.resource_programmes)} THEN {PROGRAMME} "
        f"WHEN trim(benefit) IN {listed(set(rules.by_code))} THEN {OTHER} END"
    )


def week_and_kind(week: Any, code: Any, rules: Rules, codes: Codes, today: date | None) -> tuple[int, int] | Fault:  # noqa: ANN401
    """The week as year and number in one, and what its code counts as; or what is wrong with the two."""
    try:
        year, number = week_of(str(week))
    except BadInput:
        return Fault.NOT_A_WEEK
    try:
        benefit = codes.benefit_of(str(code).strip())
        monday = monday_of(year, number)
        if today is not None and monday > today:
            return Fault.IN_THE_FUTURE
        if benefit is None:
            return year * 100 + number, OTHER
        rules.refuse_impossible(benefit, monday)
    except UnknownCode:
        return Fault.UNKNOWN_CODE
    except NotInForce:
        return Fault.NOT_IN_FORCE
    kind = COUNTS if benefit in rules.counting else PROGRAMME if benefit in rules.resource_programmes else OTHER
    return year * 100 + number, kind


def checked_people(opened: Opened, on: date | None, *, numbered: bool = False) -> str:
    """The rows of a file of people as SQL: row_no, key, born, skilled, track, referred (or NULL), fault, said."""
    born = day(opened, "born_on") if opened.has("born_on") else "CAST(NULL AS DATE)"
    referred = day(opened, "referred_on") if opened.has("referred_on") else "CAST(NULL AS DATE)"
    skilled = "lower(trim(CAST(vocational_education AS VARCHAR)))" if opened.has("vocational_education") else "''"
    track = "lower(trim(CAST(track AS VARCHAR)))" if opened.has("track") else "''"
    dates = [name for name in ("born_on", "referred_on") if opened.has(name)]
    not_dates = " OR ".join(f"({_short(name)} IS NULL AND NOT {name}_open)" for name in dates) or "false"
    opens = "".join(f", {empty(name)} AS {name}_open" for name in dates)
    fallback = f"DATE '{on}'" if on else "NULL"
    return f"""WITH written AS MATERIALIZED (
          SELECT {person_key(opened)} AS key, cut, {born} AS born, coalesce({skilled}, '') AS answer,
            coalesce({track}, '') AS track, {referred} AS referred{opens}, row_no
          FROM {opened.rows(numbered)})
        SELECT row_no, key, born,
          CASE WHEN answer IN {listed(_YES)} THEN true WHEN answer IN {listed(_NO)} THEN false END AS skilled,
           nullif(track, '') AS track, referred, CASE
          WHEN cut THEN 'cut' WHEN coalesce(key, '') = '' THEN 'no_person' WHEN {not_dates} THEN 'not_a_date'
          WHEN answer NOT IN {listed(_YES | _NO | _UNKNOWN)} OR track NOT IN ('', 'udd', 'job') THEN 'not_an_answer'
          WHEN born > coalesce(referred, {fallback}) THEN 'born_after'
          WHEN key IN (SELECT key FROM written GROUP BY key HAVING count(*) > 1) THEN 'twice'
          END AS fault, key AS said
        FROM written"""  # noqa: S608


def _short(name: str) -> str:
    return {"born_on": "born", "referred_on": "referred"}[name]


_YES: Final = {"ja", "yes", "true", "1", "sand"}
_NO: Final = {"nej", "no", "false", "0", "falsk"}
_UNKNOWN: Final = {"", "?", "ukendt", "unknown"}
