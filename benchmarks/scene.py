"""The people whose pages are measured, with one row or fifty of everything; built by the product's own actions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files

from benchmarks.describing import describe_mentors
from benchmarks.families import FamilyScene, gather
from benchmarks.finding import Finds, find
from benchmarks.intake import IntakeScene, fill_intake
from benchmarks.joining import JoiningScene, ask_to_join
from benchmarks.leaving import course_of, left, was_here_before
from benchmarks.lining import Lines, stand
from benchmarks.mentoring import MentorScene, mentor_her
from benchmarks.moving import Moving, be_quiet_and_move
from benchmarks.papers import Papers, on_paper
from benchmarks.planning import Around, Beside, stand_around
from benchmarks.questions import Questions, write_questions
from benchmarks.staying import Staying, leave_chairs_empty
from benchmarks.steering import fill_steering
from benchmarks.supervising import Supervising, supervise
from benchmarks.talking import (
    Penned,
    Talks,
    ask_for_help,
    begin_drafts,
    choose,
    hold_the_pen,
    judge,
    see_it_his_way,
    talk,
)
from benchmarks.writing import Written, write_together
from bordenden.access import acts
from bordenden.assessments import actions as assessments
from bordenden.assessments.models import InstrumentVersion, Sheet, WorkOn
from bordenden.assessments.queries import asked, newest_ten
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.audit.actions import write_looks
from bordenden.audit.looks import Look
from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.models import Entry, HelpRequest
from bordenden.contactlog.words import Channel, CopyFormat, Direction
from bordenden.evaluation import actions as figures
from bordenden.evaluation.frozen import freeze
from bordenden.evaluation.models import Release
from bordenden.evaluation.publication import REASON
from bordenden.evaluation.words import EXITS, MERGES
from bordenden.followup.models import FollowUp
from bordenden.foundation.ids import new_id
from bordenden.foundation.snapshot import writing
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.queries import seat_in_role
from bordenden.pathways.words import ExitReason, Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Login, Municipality, Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Goal, Plan, SmallStep
from bordenden.plans.words import SPOKEN
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Office, Programme, Project
from bordenden.programmes.words import OfficeRole, Track
from progression.disclosure import Dimension, Frame, Merge, protect
from progression.disclosure import Table as Counted

HOME = 901
BEGUN = timedelta(days=250)
INSTRUMENTS = files("bordenden.assessments") / "instruments"
MIN_VURDERING = INSTRUMENTS / "min-vurdering-1.toml"
# The crowd was asked the first version; a scene is asked the twenty questions of the second.
OTHERS = ("min-vurdering.toml", "min-trivsel.toml", "sagsbehandlerens-blik.toml")
# Made-up municipalities of the scenes' own, each with its own questions; the crowd's have lower numbers.
QUESTIONS_FROM = 2000
SAID = "Jeg vil gerne arbejde med børn. Et par timer om dagen til at begynde med."


@dataclass(frozen=True, slots=True)
class Scene:
    """One citizen in the middle of it, and those around her; `rows` of everything that can be many."""

    rows: int
    at: datetime
    head: Person
    coordinator: Person
    mentor: Person
    leader: Person
    agency: Person
    programme: Programme
    project: Project
    table: Table
    mentors_seat: Seat
    course: Enrolment
    plan: Plan
    goal: Goal
    step: SmallStep
    entry: Entry
    sheet: Sheet
    release: Release
    chosen: WorkOn
    talks: Talks
    request: HelpRequest
    penned: Penned
    papers: Papers
    questions: Questions
    finds: Finds
    lines: Lines
    family: FamilyScene
    around: Around
    written: Written
    mentoring: MentorScene
    supervising: Supervising
    steering: Office
    staying: Staying
    joining: JoiningScene
    intake: IntakeScene
    after: FollowUp
    moving: Moving


def publish_instrument(at: datetime) -> InstrumentVersion:
    """The first version of Min vurdering, published by somebody made up, and after it what is asked now."""
    by = _somebody("Stine", "udgiver")
    first = assessments.import_instrument(content=MIN_VURDERING.read_bytes(), by=by, at=at - BEGUN).version
    for name in OTHERS:
        assessments.import_instrument(content=(INSTRUMENTS / name).read_bytes(), by=by, at=at - BEGUN)
    return first


def build_scene(rows: int, *, at: datetime, name: str) -> Scene:
    """A new scene in the home municipality; `name` tells it from the others."""
    begun = at - BEGUN
    head, coordinator, mentor, leader, agency = (
        _somebody(given, f"{name}-{given}") for given in ("Amina", "Bo", "Mie", "Lis", "Stine")
    )
    with writing(HOME, head.pk):
        programme, project = _projects(rows, name, begun)
        programmes.give_office(person=leader, role=OfficeRole.PROJECT_LEADER, project=project, at=begun)
        programmes.give_office(person=coordinator, role=OfficeRole.CASEWORKER, project=project, at=begun)
        programmes.give_office(person=agency, role=OfficeRole.AGENCY, programme=programme, at=begun)
        table, mentors_seat = _table(head, coordinator, mentor, begun)
        after = was_here_before(table, project, f"{name}-0", coordinator, begun)
        course = course_of(table, project, f"{name}-1", coordinator, begun)
        plan = plans.begin(table=table, by=coordinator, at=begun)
        goal, step = _fill_plan(rows, plan, head, coordinator, begun)
        around = stand_around(rows, Beside(plan, head, coordinator, mentor), goal, begun)
        entry = _contacts(rows, table, coordinator, begun)
        sheet = _rounds(rows, table, head, begun)
        guests = _guests(rows, table, head, name, begun)
        _neighbours(rows, coordinator, mentor, project, name, begun, at)
        _ended(rows, project, name, begun)
        release = _releases(rows, programme, agency, at)
        chosen = choose(sheet, head, at)
        talks = talk(rows, table, head, coordinator, begun, at)
        judge(talks, head, coordinator, at)
        request = ask_for_help(rows, table, head, coordinator, at)
        describe_mentors(rows, mentor, leader, at)
        see_it_his_way(rows, table, coordinator, begun)
        begin_drafts(rows, table, coordinator, at)
        _staff(rows, project, coordinator, leader, name, begun, at)
        _copies(rows, entry, coordinator, at)
        family = gather(rows, table, head, mentors_seat, at)
        penned = _penned(coordinator, mentor, name, begun)
        finds = find(rows, plan, head, at)
        papers = on_paper(rows, plan, head, coordinator, begun + timedelta(days=200))
        lines = stand(rows, plan, head, coordinator, at)
        written = write_together(rows, table, head, coordinator, mentor, begun)
        before = [_somebody("Tove", f"{name}-før-{number}") for number in range(rows)]
        mentoring = mentor_her(rows, mentors_seat, head, coordinator, before, begun, at)
        supervisors = [_somebody("Ulla", f"{name}-faglig-{number}") for number in range(6)]
        supervising = supervise(rows, project, table, supervisors, begun, at)
        steering = fill_steering(rows, project, leader, begun, at)
        heads = [_somebody("Ida", f"{name}-tom-{number}") for number in range(rows)]
        colleague = _somebody("Ole", f"{name}-kollega")
        programmes.give_office(person=colleague, role=OfficeRole.CASEWORKER, project=project, at=begun)
        staying = leave_chairs_empty(project, heads, coordinator, colleague, leader, begun)
        joining = ask_to_join(rows, project, _somebody("Pernille", f"{name}-Pernille"), coordinator, at)
        intake = fill_intake(rows, project, _somebody("Pia", f"{name}-Pia"), begun, at)
        moving = be_quiet_and_move(rows, course, coordinator, at)
    questions = _questions(rows, name, at)
    _looks(table, plan, [coordinator, mentor, *guests], at)
    return Scene(
        rows, at, head, coordinator, mentor, leader, agency, programme, project, table, mentors_seat, course, plan,
        goal, step, entry, sheet, release, chosen, talks, request, penned, papers, questions, finds, lines, family,
        around, written, mentoring, supervising, steering, staying, joining, intake, after, moving,
    )  # fmt: skip


def _home() -> Municipality:
    return people.register_municipality(number=HOME, name="Fjordby (opdigtet)", made_up=True)


def _somebody(given: str, username: str, home: Municipality | None = None) -> Person:
    person = people.register(
        municipality=home or _home(),
        given_name=given,
        family_name="Måling",
        phone="20 00 00 00",
        reachable="man–fre 9–15",
        made_up=True,
    )
    login = Login(person=person, username=username)
    login.set_unusable_password()
    login.save()
    return person


def _projects(rows: int, name: str, begun: datetime, home: Municipality | None = None) -> tuple[Programme, Project]:
    programme = programmes.begin_programme(
        name=f"Måling {name} (opdigtet)",
        starts_on=(begun - timedelta(days=60)).date(),
        ends_on=(begun + timedelta(days=600)).date(),
        last_referral_on=(begun + timedelta(days=500)).date(),
        made_up=True,
    )
    projects = [
        programmes.begin_project(
            programme=programme, municipality=home or _home(), name=f"Projekt {number}", track=Track.JOB, made_up=True
        )
        for number in range(rows)
    ]
    return programme, projects[0]


def _table(head: Person, coordinator: Person, mentor: Person, begun: datetime) -> tuple[Table, Seat]:
    """A table with a coordinator and a mentor for whom every room is open."""
    table = pathways.lay_table(head=head, by=coordinator, at=begun)
    for person, role in ((coordinator, SeatRole.COORDINATOR), (mentor, SeatRole.MENTOR)):
        seat = pathways.seat(table=table, person=person, role=role, by=head, at=begun)
        _open_all(seat, head, begun)
    return table, seat


def _open_all(seat: Seat, head: Person, begun: datetime) -> None:
    for room in Room:
        pathways.open_room(seat=seat, room=room, by=head, at=begun, until=begun + pathways.LONGEST_OPENING)


def _fill_plan(rows: int, plan: Plan, head: Person, beside: Person, begun: datetime) -> tuple[Goal, SmallStep]:
    for kind in SPOKEN:
        for version in range(rows):
            plans.say(plan=plan, kind=kind, words=f"{SAID} {version}", version=version, by=head, at=begun)
            plans.comment(plan=plan, kind=kind, words="Tak for det.", form_key=new_id(), by=beside, at=begun)
    for number in range(rows):
        at = begun + timedelta(days=number)
        goal = plans.set_goal(plan=plan, words=f"Mål {number}", form_key=new_id(), by=head, at=at)
        words = f"Ringe til børnehaven, {number}"
        step = plans.set_step(plan=plan, words=words, form_key=new_id(), goal=goal, by=head, at=at)
    for number in range(1, rows):
        goal = plans.reword_goal(goal=goal, words=f"{SAID} {number}", version=number, by=head, at=at)
        step = plans.mark_step(step=step, done=bool(number % 2), reflection="Godt.", by=head, at=at)
    return goal, step


def _contacts(rows: int, table: Table, by: Person, begun: datetime) -> Entry:
    for number in range(rows):
        entry = contactlog.note(
            table=table,
            form_key=new_id(),
            by=by,
            at=begun + timedelta(days=number),
            summary=f"Vi talte om børnehaven, {number}.",
            channel=Channel.PHONE,
            direction=Direction.OUT,
        )
    return entry


def _send(sheet: Sheet, head: Person, at: datetime) -> None:
    assessments.send(sheet=sheet, to=_his_seat(sheet.table, at), by=head, at=at)


def _rounds(rows: int, table: Table, head: Person, begun: datetime) -> Sheet:
    """So many finished rounds and one more, so that some numbers fall; and one she is in the middle of."""
    for number in range(rows + 1):
        at = begun + timedelta(days=number)
        sheet = assessments.start(table=table, by=head, at=at)
        _fill(sheet, number, head, at)
        if number == 0:
            _send(sheet, head, at)
        _fill(assessments.start(table=table, by=head, at=at, purpose=Purpose.WELLBEING), number, head, at)
    return assessments.start(table=table, by=head, at=begun + timedelta(days=rows + 1))


def _fill(sheet: Sheet, number: int, head: Person, at: datetime) -> None:
    for place, item in enumerate(asked(sheet=sheet)):
        value = (number + place) % 11
        assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=head, at=at)
    assessments.finish(sheet=sheet, by=head, at=at)


def _guests(rows: int, table: Table, head: Person, name: str, begun: datetime) -> list[Person]:
    """Others at her table, with the mentor `rows` in all, each let in to the plan."""
    guests = [_somebody("Sara", f"{name}-gæst-{number}") for number in range(1, rows)]
    for guest in guests:
        seat = pathways.seat(table=table, person=guest, role=SeatRole.GUEST, by=head, at=begun)
        pathways.open_room(seat=seat, room=Room.PLAN, by=head, at=begun, until=begun + pathways.LONGEST_OPENING)
    return guests


def _neighbours(
    rows: int, coordinator: Person, mentor: Person, project: Project, name: str, begun: datetime, at: datetime
) -> None:
    """The other tables the coordinator and the mentor sit at, so that each has `rows`."""
    for number in range(1, rows):
        head = _somebody("Karim", f"{name}-nabo-{number}")
        table, _seat = _table(head, coordinator, mentor, begun)
        course_of(table, project, f"{name}-n{number}", coordinator, begun)
        _contacts(1, table, coordinator, begun)
        ask_for_help(1, table, head, coordinator, at)
        talk(1, table, head, coordinator, begun, at)
        _rounds(1, table, head, begun)


def _ended(rows: int, project: Project, name: str, begun: datetime) -> None:
    """Courses of the project that are over, one for each row."""
    other = _somebody("Ole", f"{name}-ole")
    reasons = list(ExitReason)
    for number in range(rows):
        head = _somebody("Jens", f"{name}-slut-{number}")
        table = pathways.lay_table(head=head, by=other, at=begun)
        pathways.seat(table=table, person=other, role=SeatRole.COORDINATOR, by=head, at=begun)
        course = course_of(table, project, f"{name}-s{number}", other, begun)
        left(course, reasons[number % len(reasons)], other, begun + timedelta(days=number))


def _releases(rows: int, programme: Programme, by: Person, at: datetime) -> Release:
    """Safe tables of made-up figures, one for each quarter so far back."""
    frame = Frame(f"exits of {programme.pk}", (Dimension.of(REASON, ExitReason.values),), at.date())
    counts = tuple(7 * place % 20 for place, _reason in enumerate(ExitReason))
    safe = protect([Counted(frame, counts)], [Merge(REASON, into, tuple(of)) for into, of in MERGES]).only
    for number in range(rows):
        quarter = f"{2000 + number // 4}Q{number % 4 + 1}"
        checked: dict[str, object] = {"attacks": 1, "withheld": 0, "recovered": 0, "earlier_tables": 0, "known": []}
        release = figures.publish(
            programme=programme,
            code=EXITS,
            quarter=quarter,
            tables=[freeze(safe)],
            checked=checked,
            earlier=number,
            by=by,
            at=at,
        )
    return release


def _looks(table: Table, plan: Plan, people_: list[Person], at: datetime) -> None:
    for number, person in enumerate(people_):
        look = Look(acts.PLAN_READ.code, "look", "plan", plan.pk, table.pk, HOME)
        write_looks([look], by=person, at=at - timedelta(hours=number + 1))


def _staff(
    rows: int, project: Project, coordinator: Person, leader: Person, name: str, begun: datetime, at: datetime
) -> None:
    """His colleagues, so many courses they went to, and where there are citizens enough what he believes."""
    colleagues = [coordinator, *(_somebody("Birthe", f"{name}-kollega-{number}") for number in range(1, rows))]
    for person in colleagues[1:]:
        programmes.give_office(person=person, role=OfficeRole.CASEWORKER, project=project, at=begun)
    for number in range(rows):
        held_on = begun.date() + timedelta(days=number)
        title, provider = f"Kursus {number}", "Fjordby (opdigtet)"
        programmes.hold_training(
            project=project, title=title, provider=provider, held_on=held_on, people=colleagues, by=leader, at=at
        )
    if newest_ten(by=coordinator, project=project, at=at) >= assessments.FEWEST:
        for days in (0, 100, 200):
            then = at - timedelta(days=days)
            assessments.tally_belief(project=project, believed=2, by=coordinator, at=then)


def _copies(rows: int, entry: Entry, by: Person, at: datetime) -> None:
    for _number in range(rows):
        contactlog.copy_to_journal(entries=[entry], format=CopyFormat.TEXT, by=by, at=at)


def _penned(coordinator: Person, mentor: Person, name: str, begun: datetime) -> Penned:
    """Two more tables of his, at which he writes what is said."""
    heads = [_somebody("Nadia", f"{name}-pen-{number}") for number in range(2)]
    tables = [_table(head, coordinator, mentor, begun)[0] for head in heads]
    places = [(table, _his_seat(table, begun), head) for table, head in zip(tables, heads, strict=True)]
    return hold_the_pen(places[0], places[1], begun)


def _his_seat(table: Table, at: datetime) -> Seat:
    seat = seat_in_role(table=table, role=SeatRole.COORDINATOR, at=at)
    assert seat is not None
    return seat


def _questions(rows: int, name: str, at: datetime) -> Questions:
    """In a municipality of its own, so that nobody else's sheets have them."""
    number = QUESTIONS_FROM + Municipality.objects.filter(pk__gte=QUESTIONS_FROM).count()
    home = people.register_municipality(number=number, name=f"Måling {name} (opdigtet)", made_up=True)
    keeper, *testers = [_somebody("Lis", f"{name}-skema-{number}", home) for number in range(rows)]
    with writing(home.pk, keeper.pk):
        _programme, project = _projects(1, f"{name} skemaer", at - BEGUN, home)
        programmes.give_office(person=keeper, role=OfficeRole.PROJECT_LEADER, project=project, at=at - BEGUN)
        return write_questions(rows, project, keeper, testers, at)
