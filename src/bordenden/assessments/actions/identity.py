"""Which question a question goes on from: its identity across the versions of an instrument. Touches no database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question of the version to come says of itself."""

    continues: str = ""
    shielded: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a question of a published version is."""

    identity: str
    continues: str = ""
    shielded: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A question whose identity cannot be settled: its code, the field at fault, and why."""

    code: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A published version: its number and its questions by code."""

    number: int
    items: Mapping[str, Known]


@dataclass(frozen=True, slots=True)
class History:
    """The published versions of one instrument, newest first; `taken`: identities of all other instruments."""

    versions: tuple[Earlier, ...] = ()
    taken: frozenset[str] = frozenset()

    def newest(self, code: str, before: int | None = None) -> tuple[int, Known] | None:
        """The question of that code in the newest version that has it, and which that is."""
        for version in self.versions:
            if code in version.items and (before is None or version.number < before):
                return version.number, version.items[code]
        return None

    def shielded_in(self, identity: str) -> int | None:
        """The newest version in which the identity was shielded."""
        for version in self.versions:
            if any(known.shielded and known.identity == identity for known in version.items.values()):
                return version.number
        return None


def settle(wanted: Mapping[str, Wanted], history: History) -> tuple[dict[str, str], list[Refused]]:
    """The identity of each code of the version to come, and what is refused; with a refusal none of it holds.

    An identity is that of the question it continues; else of the same code in the newest earlier version that
    has it; else the code itself. It is one question's in a version, and no version that is published changes it.
    """
    refused = list(_mapping_faults(wanted, history))
    if refused:
        return {}, refused
    found = {code: _identity(code, one, history) for code, one in wanted.items()}
    return found, [*_identity_faults(wanted, found, history)]


def _identity(code: str, wanted: Wanted, history: History) -> str:
    before = history.newest(wanted.continues or code)
    return before[1].identity if before else code


def _mapping_faults(wanted: Mapping[str, Wanted], history: History) -> Iterator[Refused]:
    """What is wrong with `continues` by itself: a ring, a code that is not there, two heirs."""
    heirs: dict[str, str] = {}
    for code, one in wanted.items():
        goes_on = one.continues
        if not goes_on:
            continue
        ring = _ring(code, wanted, history)
        words = {"continues": goes_on, "ring": " → ".join(ring), "heir": heirs.get(goes_on, "")}
        if ring:
            yield Refused(code, "continues", _("»continues« går i ring: %(ring)s.") % words)
        elif goes_on in wanted:
            reason = _("»%(continues)s« er selv et spørgsmål her. Det kan kun fortsætte et, der er gået ud.")
            yield Refused(code, "continues", reason % words)
        elif history.newest(goes_on) is None:
            reason = _("»%(continues)s« er ikke en kode i en tidligere udgivet version af skemaet.")
            yield Refused(code, "continues", reason % words)
        elif goes_on in heirs:
            reason = _("»%(continues)s« fortsættes allerede af »%(heir)s«.")
            yield Refused(code, "continues", reason % words)
        heirs.setdefault(goes_on, code)


def _ring(code: str, wanted: Mapping[str, Wanted], history: History) -> list[str]:
    """The codes one comes through, following `continues` back, when one comes to a code a second time."""
    path, here = [code], wanted[code].continues
    before: int | None = None
    while here:
        if here in path:
            return [*path, here]
        path.append(here)
        if before is None and here in wanted and wanted[here].continues:
            here = wanted[here].continues
        else:
            here, before = _goes_on_from(here, history, before)
    return []


def _goes_on_from(code: str, history: History, before: int | None) -> tuple[str, int | None]:
    """What the code continues, in the newest version before `before` where it says so; and which version that is."""
    while (found := history.newest(code, before)) is not None:
        before, known = found
        if known.continues:
            return known.continues, before
    return "", before


def _identity_faults(wanted: Mapping[str, Wanted], found: Mapping[str, str], history: History) -> Iterator[Refused]:
    """What is wrong with where a mapping leads: another curve, a second question on it, or out of the shield."""
    holder: dict[str, str] = {}
    for code, identity in found.items():
        same = history.newest(code)
        words = {"code": code, "identity": identity, "other": holder.get(identity, "")}
        name = "continues" if wanted[code].continues else "code"
        if same is not None and same[1].identity != identity:
            reason = _("»%(code)s« har allerede sin egen kurve. Giv spørgsmålet en ny kode.")
            yield Refused(code, name, reason % words)
        elif same is None and identity in history.taken:
            reason = _("Koden »%(code)s« er allerede brugt om noget andet. Vælg en ny.")
            yield Refused(code, name, reason % words)
        elif identity in holder:
            reason = _("»%(code)s« ville ligge på samme kurve som »%(other)s«. Giv spørgsmålet en ny kode.")
            yield Refused(code, name, reason % words)
        elif not wanted[code].shielded and (number := history.shielded_in(identity)) is not None:
            reason = _("Spørgsmålet er skærmet i version %(number)d, og det bliver det ved med at være.")
            yield Refused(code, "shielded", reason % {"number": number})
        holder.setdefault(identity, code)


def wanted_of(items: Sequence[tuple[str, str, bool]]) -> dict[str, Wanted]:
    """From (code, continues, shielded) of each question; both editions of a code say the same."""
    return {code: Wanted(continues, shielded) for code, continues, shielded in items}
