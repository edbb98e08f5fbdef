"""How a plan is printed: the national order of its parts, and a municipality's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from bordenden.foundation.prepared import Question
from bordenden.people.models import Municipality
from bordenden.plans.models import PlanLayout
from bordenden.plans.words import NOT_BY_DEFAULT, PrintPart


@dataclass(frozen=True, slots=True)
class PartOf:
    """One part of the printed plan; `heading` is the municipality's own, "" for the national one."""

    part: PrintPart
    heading: str = ""

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.heading or str(self.part.label)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts in order, a text of the municipality's own, and which version it is (0: the national one)."""

    parts: tuple[PartOf, ...]
    intro: str = ""
    version: int = 0


NATIONAL = Layout(tuple(PartOf(part) for part in PrintPart if part not in NOT_BY_DEFAULT))


def layout_of(*, municipality: Municipality) -> Layout:
    """The municipality's newest, or the national one."""
    row = next(iter(_newest.ask(home=municipality.pk)), None)
    return read_layout(parts=row.parts, intro=row.intro, version=row.version) if row else NATIONAL


@Question
def _newest(*, home: int) -> QuerySet[PlanLayout]:
    return PlanLayout.objects.filter(municipality_id=home).order_by("-version")[:1]


def read_layout(*, parts: Sequence[dict[str, str]], intro: str, version: int) -> Layout:
    """From the plain data of a row; a part this house does not know any more is left out."""
    known = [PartOf(PrintPart(one["part"]), one["heading"]) for one in parts if one["part"] in PrintPart.values]
    return Layout(tuple(known), intro, version)
