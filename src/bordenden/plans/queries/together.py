"""Reads of how professionals work together around a plan: how many, what was agreed, who stands by it, whose turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan

from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.queries import AlsoDue
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.queries import running
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.plans.models import (
    Approval,
    GuidanceNote,
    MentorRole,
    Penned,
    Plan,
    PlanContact,
    PlanRules,
    PlanVersion,
    Proposal,
    SmallStep,
    TeamAdvice,
)
from bordenden.plans.queries.around import longer_than_agreed, with_agreements
from bordenden.plans.words import PROFESSIONAL_CONTACTS, Awaits, VersionStatus
from bordenden.programmes.models import Project
from bordenden.programmes.queries import staff_offices
from bordenden.programmes.words import Department

USUAL_MOST = 5
NEWEST_NOTES = 10
HERS = frozenset({Awaits.PROPOSAL, Awaits.PENNED, Awaits.DRAFT})


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for the plans of a municipality; `version` is 0 while it has laid nothing down."""

    uses_team: bool = False
    most_professionals: int = USUAL_MOST
    version: int = 0


@dataclass(frozen=True, slots=True)
class Professionals:
    """How many professionals are around a plan, how many it should be at most, and whether a team advises."""

    number: int
    most: int
    uses_team: bool = False

    @property
    def over(self) -> bool:
        """Whether there are more than there should be."""
        return self.number > self.most


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many tables of a project lack what they should have. Numbers, never whose."""

    tables: int
    coordinator: int
    mentor: int
    role: int
    over: int


@dataclass(frozen=True, slots=True)
class Noted:
    """What professionals agreed: on which day, with whom (of a team: the codes of its areas), about which goal."""

    team: bool
    on: date
    who: str
    words: str
    goal: str
    by: str


def rules_of(*, municipality: Municipality) -> Rules:
    """The rules of the municipality; without any the usual ones."""
    return _rules(municipality.pk)


def _rules(home: int) -> Rules:
    row = next(iter(_newest_rules.ask(home=home)), None)
    return Rules(row.uses_team, row.most_professionals, row.version) if row else Rules()


def rules_for(*, plan: Plan) -> Rules:
    """The rules of the plan's municipality."""
    return _rules(plan.municipality_id)


@Question
def _newest_rules(*, home: int) -> QuerySet[PlanRules]:
    return PlanRules.objects.filter(municipality_id=home).order_by("-version")[:1]


def professionals_of(*, plan: Plan, at: datetime) -> Professionals:
    """Who is around it for their profession's sake, each once: at the table, and on the plan. One query."""
    ((number, most, team),) = _professionals_at.ask(table=plan.table_id, at=at)
    return Professionals(number, most or USUAL_MOST, bool(team))


@Question
def _professionals_at(*, table: UUID, at: datetime) -> QuerySet[Table, tuple[int, int | None, bool | None]]:
    newest = PlanRules.objects.filter(municipality=OuterRef("municipality")).order_by("-version")
    counted = Table.objects.filter(pk=table).annotate(
        professionals=_professionals(at),
        most=Subquery(newest.values("most_professionals")[:1]),
        team=Subquery(newest.values("uses_team")[:1]),
    )
    return counted.order_by("pk").values_list("professionals", "most", "team")


def _professionals(at: datetime) -> CombinedExpression:
    """Of one table: her caseworker; whoever else sits there and holds an office of staff; those typed on the plan.

    A mentor is there for her and not for a profession, and a substitute sits in a place that is counted already.
    """
    held = staff_offices(of=OuterRef("person"), at=at)
    seats = Seat.objects.filter(during(at), table=OuterRef("pk"))
    seats = seats.filter(Q(role=SeatRole.COORDINATOR) | (Q(role=SeatRole.GUEST) & Exists(held)))
    typed = PlanContact.objects.filter(
        table=OuterRef("pk"), person__isnull=True, taken_off_at__isnull=True, role__in=sorted(PROFESSIONAL_CONTACTS)
    )
    return _number(seats) + _number(typed)


def _number(rows: QuerySet[Seat] | QuerySet[PlanContact]) -> Coalesce:
    counted = rows.order_by().values("table").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def awaited(*, plan: Plan) -> frozenset[Awaits]:
    """What somebody is waited for to write on the plan; what is in HERS is her turn. One query."""
    (row,) = _waits.ask(plan=plan.pk)
    return frozenset(one for one, waited in zip(Awaits, row, strict=True) if waited)


@Question
def _waits(*, plan: UUID) -> QuerySet[Plan, tuple[bool, ...]]:
    proposed = Proposal.objects.filter(plan=OuterRef("pk"), answer="", taken_back_at=None)
    penned = Penned.objects.filter(plan=OuterRef("pk"), answer="")
    drafted = PlanVersion.objects.filter(plan=OuterRef("pk"), status=VersionStatus.DRAFT)
    asked = HelpRequest.objects.filter(table=OuterRef("table"), answered_at__isnull=True, taken_back_at__isnull=True)
    stuck = SmallStep.objects.filter(
        plan=OuterRef("pk"), help_wanted_at__isnull=False, done_at__isnull=True, let_go_at__isnull=True
    )
    waits = (proposed, penned, drafted, asked, stuck)
    return Plan.objects.filter(pk=plan).order_by("pk").values_list(*(Exists(rows) for rows in waits))


def _no_hours(role: SeatRole, at: datetime) -> Exists:
    """Whoever sits in the role cannot be called: no telephone, or no hours."""
    held = Seat.objects.filter(during(at), table=OuterRef("pk"), role=role)
    return Exists(held.filter(Q(person__phone="") | Q(person__reachable="")))


def lacking_role(*, tables: QuerySet[Table], at: datetime) -> QuerySet[Table]:
    """Of these tables those where a mentor sits and the plan does not say what the mentor is there for."""
    return tables.filter(_no_role(at))


def _no_role(at: datetime) -> Q:
    written = MentorRole.objects.filter(table=OuterRef("table"), mentor=OuterRef("person"))
    held = Seat.objects.filter(during(at), ~Exists(written), table=OuterRef("pk"), role=SeatRole.MENTOR)
    return Q(Exists(held), Exists(Plan.objects.filter(table=OuterRef("pk"))))


def to_see_to(*, tables: QuerySet[Table], at: datetime) -> tuple[QuerySet[Table], tuple[AlsoDue, ...]]:
    """What plans add to who waits for a caseworker: the tables with what it needs, and its kinds in their order.

    First longer since than agreed; then a mentor she cannot call; then a mentor the plan says nothing of.
    """
    kinds = (
        AlsoDue(longer_than_agreed(at=at), "talked_by"),
        AlsoDue(Q(_no_hours(SeatRole.MENTOR, at)), "opened_at"),
        AlsoDue(_no_role(at), "opened_at"),
    )
    return with_agreements(tables=tables, at=at), kinds


def gaps_of(*, project: Project, rules: Rules, at: datetime) -> Gaps:
    """What the running courses of a project lack, as numbers. One query: how many tables lack the very same."""
    counted = _gaps.ask(project=project.pk, home=project.municipality_id, most=rules.most_professionals, at=at)
    lacks = [sum(number for *lacking, number in counted if lacking[one]) for one in range(4)]
    return Gaps(sum(number for *_lacking, number in counted), *lacks)


@Question
def _gaps(*, project: UUID, home: int, most: int, at: datetime) -> QuerySet[Table, tuple[Any, ...]]:
    courses = Enrolment.objects.filter(project_id=project, activated_on__isnull=False, exit__isnull=True)
    tables = running(tables=Table.objects.filter(municipality_id=home, pk__in=courses.values("table")))
    lacking = tables.annotate(
        coordinator=_no_hours(SeatRole.COORDINATOR, at),
        mentor=_no_hours(SeatRole.MENTOR, at),
        role=ExpressionWrapper(_no_role(at), BooleanField()),
        over=GreaterThan(_professionals(at), most),
    )
    each = lacking.order_by().values_list("coordinator", "mentor", "role", "over")
    return each.annotate(number=Count("pk"))


def guidance_notes_of(*, plan: Plan) -> QuerySet[GuidanceNote]:
    """What was coordinated with the youth guidance, the newest day first."""
    rows = GuidanceNote.objects.filter(plan=plan).select_related("contact", "written_by")
    return rows.order_by("-on", "-written_at", "pk")


def team_advice_of(*, plan: Plan) -> QuerySet[TeamAdvice]:
    """What the team has recommended, the newest day first."""
    rows = TeamAdvice.objects.filter(plan=plan).select_related("goal", "written_by")
    return rows.order_by("-on", "-written_at", "pk")


def noted_beside(*, plan: Plan) -> list[Noted]:
    """The newest of both, the guidance's and the team's, in plain values. One query."""
    text = CharField()
    guidance = GuidanceNote.objects.filter(plan=plan).annotate(
        of=Value("guidance", output_field=text), who=F("contact__name"), goal_words=Value("", output_field=text)
    )
    team = TeamAdvice.objects.filter(plan=plan).annotate(
        of=Value("team", output_field=text), who=F("took_part"), goal_words=Coalesce("goal__words", Value(""))
    )
    names = (
        "of",
        "on",
        "written_at",
        "who",
        "words",
        "goal_words",
        "written_by__given_name",
        "written_by__family_name",
    )
    rows = guidance.values_list(*names).union(team.values_list(*names), all=True)
    newest = rows.order_by("-on", "-written_at")[:NEWEST_NOTES]
    return [
        Noted(of == "team", on, who, words, goal, f"{given} {family}".strip())
        for of, on, _at, who, words, goal, given, family in newest
    ]


def agreed_version_of(*, plan: Plan) -> PlanVersion | None:
    """The version that is agreed now. Its content is left unread."""
    return PlanVersion.objects.filter(plan=plan, status=VersionStatus.AGREED).defer("content").order_by("pk").first()


def approvals_of(*, plan: Plan) -> QuerySet[Approval]:
    """Who stands by which part of the version that is agreed now."""
    rows = Approval.objects.filter(version__plan=plan, version__status=VersionStatus.AGREED)
    return rows.select_related("approved_by").order_by("area", "approved_at", "pk")


def approvals_to(*, version: PlanVersion) -> list[Approval]:
    """Who stands by which part of one version, also where a newer one holds by now."""
    return _approvals_to.ask(version=version.pk)


@Question
def _approvals_to(*, version: UUID) -> QuerySet[Approval]:
    rows = Approval.objects.filter(version_id=version)
    return rows.select_related("approved_by").order_by("area", "approved_at", "pk")


def own_areas(*, of: Person, at: datetime) -> frozenset[Department]:
    """The areas somebody works in: what they may stand by. One query."""
    held = staff_offices(of=of, at=at).values_list("department", flat=True)
    return frozenset(Department(code) for code in held)


def first_in(found: Iterable[Awaits]) -> Awaits | None:
    """Of what is awaited the first, hers before the others."""
    held = frozenset(found)
    return next((one for one in Awaits if one in held), None)
