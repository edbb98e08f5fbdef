"""What is hers at a table, as plain data: which rows go along, what in them stays behind, and what points at what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import F, Model, QuerySet
from django.db.models.functions import Coalesce

from bordenden.assessments.models import Answer, Pick, Sheet, WorkOn
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.plans.models import (
    Barrier,
    Chosen,
    Goal,
    GoalMark,
    PlanVersion,
    RealismCheck,
    SmallStep,
    Statement,
    StepMark,
    Wording,
)
from bordenden.plans.words import ENDED, StepOwner, VersionStatus

Rows: TypeAlias = QuerySet[Any, Any]
Suitcase: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of row that goes along: `links` point at other kinds in the suitcase, `left` columns stay behind empty.

    `hers` are columns that name a person; each is she herself at the new table.
    """

    model: type[Model]
    rows: Callable[[Table], Rows]
    links: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    hers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the kind is called in the suitcase."""
        return self.model.__name__


def _at(model: type[Model]) -> Callable[[Table], Rows]:
    return lambda table: model._default_manager.filter(table=table).order_by("pk")


def _barriers(table: Table) -> Rows:
    """The first of each chain before those that reword it."""
    return Barrier.objects.filter(table=table).order_by("version", "set_at", "pk")


def _steps(table: Table) -> Rows:
    return SmallStep.objects.filter(table=table, owner=StepOwner.CITIZEN).order_by("set_at", "pk")


def _chosen(table: Table) -> Rows:
    """What stands on her plan still."""
    return Chosen.objects.filter(table=table).exclude(status__in=sorted(ENDED)).order_by("position", "pk")


def _sheets(table: Table) -> Rows:
    return Sheet.objects.filter(table=table, finished_at__isnull=False).order_by("started_at", "pk")


def _of_the_core(model: type[Model]) -> Callable[[Table], Rows]:
    """Of finished sheets, without a municipality's own questions: they stay where they are asked."""
    return lambda table: model._default_manager.filter(
        table=table, sheet__finished_at__isnull=False, item__version_id=F("sheet__version_id")
    ).order_by("pk")


def _versions(table: Table) -> Rows:
    agreed = (VersionStatus.AGREED, VersionStatus.SUPERSEDED)
    return PlanVersion.objects.filter(table=table, status__in=agreed).order_by("number")


# In the order they are laid down: what is pointed at comes first. `plan` is the one plan of the new table.
KINDS: tuple[Kind, ...] = (
    Kind(Statement, _at(Statement), left=("pen",), hers=("written_by",)),
    Kind(Goal, _at(Goal)),
    Kind(Wording, _at(Wording), {"goal": "Goal"}, left=("pen",), hers=("written_by",)),
    Kind(GoalMark, _at(GoalMark), {"goal": "Goal"}, hers=("marked_by",)),
    Kind(RealismCheck, _at(RealismCheck), {"goal": "Goal"}, hers=("checked_by",)),
    Kind(Barrier, _barriers, {"rewords": "Barrier"}),
    Kind(Chosen, _chosen, left=("offer", "waiting", "decided_by"), hers=("chosen_by",)),
    Kind(SmallStep, _steps, {"goal": "Goal", "barrier": "Barrier", "chosen": "Chosen"}),
    Kind(
        StepMark,
        lambda table: StepMark.objects.filter(table=table, step__owner=StepOwner.CITIZEN).order_by("marked_at", "pk"),
        {"step": "SmallStep"},
        hers=("marked_by",),
    ),
    Kind(Sheet, _sheets, left=("local_version", "shared_to", "shared_at", "shared_until", "pen")),
    Kind(Answer, _of_the_core(Answer), {"sheet": "Sheet"}),
    Kind(Pick, _of_the_core(Pick), {"sheet": "Sheet"}),
    Kind(WorkOn, _of_the_core(WorkOn), {"sheet": "Sheet"}),
    Kind(PlanVersion, _versions, left=("noted_by",), hers=("made_by", "agreed_by")),
)


def suitcase_of(*, table: Table, head: Person) -> Suitcase:
    """All that is hers at the table as plain data, with who she is. One query a kind."""
    packed: Suitcase = {kind.name: [_plain(kind, row) for row in kind.rows(table)] for kind in KINDS}
    titles = Chosen.objects.filter(table=table).values_list("pk", Coalesce("offer__name", "words"))
    named = {str(pk): title for pk, title in titles}
    for row in packed[Chosen.__name__]:
        # The catalogue stays here: what she chose goes along in words.
        row["words"] = row["words"] or named[row["id"]]
    packed["who"] = {
        "given_name": head.given_name,
        "family_name": head.family_name,
        "cpr": head.cpr,
        "phone": head.phone,
        "made_up": head.made_up,
    }
    return packed


def _plain(kind: Kind, row: Model) -> dict[str, Any]:
    """The row's columns but those of the place it lies in; ids as text, moments as themselves."""
    apart = {"table", "municipality", "plan", *kind.left}
    columns = [one for one in row._meta.concrete_fields if one.name not in apart]
    return {one.attname: _text(one.value_from_object(row)) for one in columns}


def _text(value: Any) -> Any:  # noqa: ANN401 (a column may hold anything)
    return str(value) if isinstance(value, UUID) else value
