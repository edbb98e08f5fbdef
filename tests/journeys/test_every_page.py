"""Every named address, opened by the right one of the cast: axe, width, double text, requests, the console, the title."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.models import Model
from django.urls import reverse
from playwright.sync_api import CDPSession, Page

from bordenden.access import acts
from bordenden.assessments import actions as assessments
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind
from bordenden.exchange.models import Thread
from bordenden.families import actions as families
from bordenden.families.models import Part
from bordenden.foundation.ids import new_id
from bordenden.intake.models import Candidate
from bordenden.moves.models import Move
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Seat
from bordenden.pathways.models import Table as CitizensTable
from bordenden.pathways.words import Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, Plan, Proposal, SmallStep
from bordenden.plans.words import DecisionAbout
from bordenden.programmes.actions import give_office
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from bordenden.supervision.models import Supervision
from bordenden.worlds.aalborg import Aalborg
from tests.cast import MONDAY, Cast
from tests.house.test_urls import ALL, OF_THE_HOLMS, Address, things_of, url_of
from tests.journeys.house import Building, House

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# No rule of these asks for the style sheets by themselves. Colours and good habits hang on no language: both are asked
# in Danish, and of the English page what the guidelines say of its words and names.
AXE_OPTIONS: dict[str, Any] = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
OF_ITS_WORDS = {**AXE_OPTIONS, "runOnly": RULES[:-1], "rules": {"color-contrast": {"enabled": False}}}
WIDTHS = (320, 1280)
# Axe reads each page in both languages and each layout once: what it says of the wide page hangs on no language.
LOOKED_AT = {"da": (WIDTHS[:1], AXE_OPTIONS), "en": (WIDTHS[1:], OF_ITS_WORDS)}
DOUBLED = 360
# Whose step each of these pages is about.
STEPS_OF = {"step": "citizen", "own_step": "coordinator", "guest_step": "mentor"}
MIES_IDEA = "Lære at svømme"
USUAL_LETTERS, DOUBLE_LETTERS = 16, 32
ASK_AXE = "options => typeof axe == 'undefined' ? null : axe.run(options)"
# Asked of the page itself: Playwright's own words for the last two bring a world of their own to every page.
WIDTH, TITLE, LANGUAGE = "document.documentElement.scrollWidth", "document.title", "document.documentElement.lang"
# Shown to who is not logged in yet.
OUTSIDE = {"start", "login"}
# These take a POST and show nothing by themselves, or are a file.
NEVER_SHOWN = {"logout", "language", "leave", "instrument_file", "not_now", "recording", "talk_of_it"}
NEVER_SHOWN |= {"own_assessment", "family_join", "event_attend", "event_calendar", "offer_save"}
NEVER_SHOWN |= {"version_pdf", "case_version_pdf", "ruling_paper", "chosen_letter"}
NEVER_SHOWN |= {"file_get", "case_file_get", "guest_file_get", "family_file_get"}
# The cast are too few for a published figure; these are looked at where 200 take part.
FIGURES = {"project", "programme", "release_publish", "releases", "release"}


@dataclass
class Walk:
    """One person's way through some pages, and what was wrong on them."""

    page: Page
    names: frozenset[str]
    read_at: tuple[int, ...] = WIDTHS
    asked: dict[str, Any] = field(default_factory=lambda: AXE_OPTIONS)
    axe: Axe = field(default_factory=Axe)
    wrong: list[str] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    letters: CDPSession = field(init=False)

    def __post_init__(self) -> None:
        """Axe comes along with every page from now on: handing it to each by itself takes a sixth of the time."""
        self.page.add_init_script(self.axe.axe_script)
        self.letters = self.page.context.new_cdp_session(self.page)

    def look_at(self, name: str, url: str) -> None:
        """Open the page and look at it in every way."""
        response = self.page.goto(url)
        assert response is not None
        self.statuses[name] = response.status
        self.look(name)

    def send_empty(self, name: str, url: str, *, submit: str) -> None:
        """The page as it comes back when its form is sent with nothing in it."""
        self.page.goto(url)
        with self.page.expect_navigation() as coming:
            self.page.locator("main form").get_by_role("button", name=submit).first.click()
        self.statuses[name] = coming.value.status
        assert self.page.evaluate("document.activeElement.id") == "summary", name
        self.look(name)

    def look(self, name: str) -> None:
        """The page as it stands."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            self._fits(name, width)
            if width in self.read_at:
                found = self.page.evaluate(ASK_AXE, self.asked)
                if found is None:  # the page stood there before the walk began
                    self.page.evaluate(self.axe.axe_script)
                    found = self.page.evaluate(ASK_AXE, self.asked)
                self.wrong += [_violation(name, width, one) for one in found["violations"]]
        self.page.set_viewport_size({"width": DOUBLED, "height": 740})
        _set_letters(self.letters, DOUBLE_LETTERS)
        self._fits(f"{name} at double text", DOUBLED)
        _set_letters(self.letters, USUAL_LETTERS)
        self._says_no_name(name)

    def _fits(self, name: str, width: int) -> None:
        wide = self.page.evaluate(WIDTH)
        if wide != width:
            self.wrong.append(f"{name}: {wide} wide on a screen of {width}")

    def _says_no_name(self, name: str) -> None:
        title = self.page.evaluate(TITLE)
        self.wrong += [f"{name}: the title says {said}" for said in self.names if said in title.split()]


def _set_letters(letters: CDPSession, size: int) -> None:
    letters.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size - 3}})


def _violation(name: str, width: int, one: dict[str, Any]) -> str:
    return f"{name} at {width}: {one['id']}: {[node['html'] for node in one['nodes']]}"


@pytest.fixture
def open_story(story: Cast) -> Cast:
    """Amina has begun a new round and opened every room for Mie and for Bo; Lis evaluates as well."""
    for seat in (story.mies_seat, story.bos_seat):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=MONDAY)
    write_together(story)
    plans.propose(
        plan=Plan.objects.get(table=story.aminas_table), about=DecisionAbout.GOAL, words=MIES_IDEA, form_key=new_id(),
        by=story.mie, at=MONDAY,
    )  # fmt: skip
    sheet = assessments.start(table=story.aminas_table, by=story.amina, at=MONDAY)
    items = [item for item in asked(sheet=sheet) if not item.shielded][:2]
    for item in items:
        assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=4, by=story.amina, at=MONDAY)
    assessments.choose(sheet=sheet, items=items, by=story.amina, at=MONDAY)
    done = Sheet.objects.filter(table=story.aminas_table, finished_at__isnull=False, pen=None).order_by("started_at")
    assessments.send(sheet=done[0], to=story.bos_seat, by=story.amina, at=MONDAY)
    jens = Part.objects.get(member__person=story.jens)
    mentor = pathways.seat(table=story.holms_table, person=story.mie, role=SeatRole.MENTOR, by=story.jens, at=MONDAY)
    for seat in (mentor, Seat.objects.get(table=story.holms_table, person=story.ole)):
        families.open_part(part=jens, to=seat, by=story.jens, at=MONDAY)
    leave_empty(story)
    give_office(person=story.lis, role=OfficeRole.EVALUATOR, programme=story.programme, at=MONDAY)
    return story


def leave_empty(story: Cast) -> None:
    """Ida's course has begun to be prepared, and nobody is her caseworker yet."""
    ida = people.register(municipality=story.fjordby, given_name="Ida", family_name="Vest", made_up=True)
    table = pathways.lay_table(head=ida, by=story.lis, at=MONDAY)
    day = MONDAY.date()
    pathways.enrol(table=table, project=story.project, reference="F-9", referred_on=day, by=story.lis, at=MONDAY)


def write_together(story: Cast) -> None:
    """Bo has written one round down for Amina, who has not said yes yet, and begun another."""
    for done in (True, False):
        sheet = assessments.start_together(table=story.aminas_table, seat=story.bos_seat, by=story.amina, at=MONDAY)
        item = asked(sheet=sheet)[0]
        assessments.answer(
            sheet=sheet, item=item, kind=AnswerKind.RATED, value=3, by=story.amina, pen=story.bo, at=MONDAY
        )
        if done:
            assessments.finish(sheet=sheet, by=story.amina, pen=story.bo, at=MONDAY)


def sheet_of(name: str, hers: Model) -> Model:
    """The sheet a page is about, where it is not her open one."""
    rows = Sheet.objects.filter(table=hers.table_id).order_by("started_at")  # type: ignore[attr-defined]
    over = rows.filter(finished_at__isnull=False)
    if name in {"sheet_sharing", "case_sheet"}:
        return over.filter(pen=None, sharing="sent")[0]
    return over.filter(pen__isnull=False)[0] if name == "sheet_confirm" else hers


def right_person(cast: Cast, address: Address) -> Person:
    """Who comes by this door with this act."""
    door = address.view.__module__.split(".")[2]
    if address.act is not None and address.act.on in OF_THE_HOLMS and address.parameters:
        if address.name == "going_now":
            return Person.objects.get(given_name="Samira")
        return {"citizen": cast.jens, "staff": cast.ole, "guest": cast.mie}[door]
    if address.name == "move":
        return Person.objects.get(seats__table=Move.objects.order_by("asked_at", "pk")[0].table, seats__role="head")
    if address.act is acts.JOINING_ANSWER:
        return Person.objects.get(given_name="Yrsa")
    if address.act is not None and {who.name for who in address.act.who} <= {"intake_officer", "its_intake_officer"}:
        return cast.pia
    doors = {"citizen": cast.amina, "guest": cast.mie, "staff": cast.bo, "entry": cast.lis}
    if door in doors:
        return doors[door]
    assert address.act is not None
    names = {who.name for who in address.act.who}
    if names <= {"supervising_office", "supervisor"}:
        return Person.objects.get(given_name="Ulla", family_name="Winther")
    return cast.lis if names & {"project_leader", "municipality_leader"} else cast.stine


def oles_office() -> tuple[UUID | None, UUID]:
    """The project, and Ole's office in it."""
    office = Office.objects.get(person__given_name="Ole", role=OfficeRole.CASEWORKER)
    return office.project_id, office.pk


def idas_chair() -> tuple[UUID, UUID]:
    """The project, and the course without a caseworker."""
    course = Enrolment.objects.get(reference="F-9")
    return course.project_id, course.pk


# What is neither Amina's nor the first of its kind.
OTHERS: dict[str, Callable[[], tuple[Any, ...]]] = {
    "family_consent": lambda: (Part.objects.get(member__person__given_name="Alma").pk,),
    "office_end": oles_office,
    "caseload_move": oles_office,
    "chair_fill": idas_chair,
    "referral_paper": lambda: (Candidate.objects.get(person__given_name="Yrsa").pk,),
    "supervision": lambda: (supervised("supervision"),),
    "supervised_plan": lambda: (supervised("supervised_plan"),),
    "supervised_contacts": lambda: (supervised("supervised_contacts"),),
}


def where(address: Address, things: dict[type[Model], Model]) -> str:
    """Its address, about what is Amina's."""
    if address.act is None:
        return reverse(address.name)
    hers: dict[type[Model], Model] = {Sheet: sheet_of(address.name, things[Sheet])} if Sheet in things else {}
    if address.name in OTHERS:
        return reverse(address.name, args=OTHERS[address.name]())
    if address.name == "guest_proposal_take_back":
        return reverse(address.name, args=[Proposal.objects.get(words=MIES_IDEA).pk])
    if address.name in STEPS_OF:
        whose = SmallStep.objects.filter(
            table__pk=things[CitizensTable].pk, owner=STEPS_OF[address.name], done_at=None
        )
        return reverse(address.name, args=[whose.order_by("set_at", "pk")[0].pk])
    if address.name == "chosen_after":
        return reverse(
            address.name,
            args=[Chosen.objects.filter(table__pk=things[CitizensTable].pk, status="completed").order_by("pk")[0].pk],
        )
    if address.name in {"guest_thread", "guest_files"}:
        return reverse(address.name, args=[Thread.objects.get(shared_to__role=SeatRole.MENTOR).pk])
    return url_of(address, {**things, **hers})


def supervised(name: str) -> UUID:
    """The newest sample, the table the lot fell on, or its plan."""
    newest = Supervision.objects.order_by("-opened_at")[0]
    if name == "supervision":
        return newest.pk
    table = Seat.objects.filter(supervised__supervision=newest)[0].table
    return Plan.objects.get(table=table).pk if name == "supervised_plan" else table.pk


def is_shown(address: Address) -> bool:
    return address.name not in NEVER_SHOWN and not address.name.endswith("_draft")


def names_of_people() -> frozenset[str]:
    return frozenset(word for person in Person.objects.order_by("pk") for word in person.name.split())


@pytest.mark.requirement("R215")
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_passes_axe_and_fits_the_screen(open_story: Cast, house: House, language: str) -> None:
    cast = open_story
    things = things_of(cast)
    things[Sheet] = Sheet.objects.get(table=cast.aminas_table, finished_at=None, pen=None)
    names = names_of_people()
    walks: dict[Person | None, Walk] = {None: Walk(house.device(language=language), names, *LOOKED_AT[language])}
    shown = [address for address in ALL if is_shown(address) and address.name != "release"]
    for address in shown:
        person = None if address.name in OUTSIDE else right_person(cast, address)
        if person is not None and person not in walks:
            walks[person] = Walk(house.visitor(person, language=language), names, *LOOKED_AT[language])
        walks[person].look_at(address.name, where(address, things))
        assert walks[person].page.evaluate(LANGUAGE) == language, address.name
    assert [wrong for walk in walks.values() for wrong in walk.wrong] == []
    statuses = {name: status for walk in walks.values() for name, status in walk.statuses.items()}
    assert statuses == {address.name: 200 for address in shown}


def names_of_officials(jobcenter: Aalborg) -> frozenset[str]:
    return frozenset(person.given_name for person in (jobcenter.lis, jobcenter.stine, jobcenter.eva))


@pytest.mark.requirement("R215")
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_of_figures_where_200_take_part(jobcenter: Aalborg, building: Building, language: str) -> None:
    """Jobcenter Aalborg's table, exact for Lis and published for everybody."""
    things: dict[type[Model], Model] = {
        type(thing): thing for thing in (jobcenter.project, jobcenter.programme, jobcenter.release)
    }
    lis, stine = (
        Walk(building.visitor(who, language=language), names_of_officials(jobcenter))
        for who in (jobcenter.lis, jobcenter.stine)
    )
    for address in ALL:
        if address.name in FIGURES:
            walk = lis if address.name == "project" else stine
            walk.look_at(address.name, url_of(address, things))
    assert [*lis.wrong, *stine.wrong] == []
    assert {**lis.statuses, **stine.statuses} == dict.fromkeys(FIGURES, 200)


@pytest.mark.requirement("R215")
def test_what_is_empty_refused_or_not_there_passes_too(open_story: Cast, house: House) -> None:
    """Karim has written nothing; a form is sent empty; a name is wrong; a page is not there."""
    cast, names = open_story, names_of_people()
    walks = [Walk(house.visitor(person), names) for person in (cast.karim, cast.sara, cast.ole, cast.bo)]
    karim, sara, ole, bo = walks
    table, plan = cast.karims_table.pk, Plan.objects.get(table=cast.karims_table).pk
    for name, pk in (("table", table), ("plan", plan), ("seats", table), ("looks", table), ("contacts", table)):
        karim.look_at(f"empty {name}", reverse(name, args=[pk]))
    for name in ("goal_new", "step_new"):
        karim.send_empty(f"refused {name}", reverse(name, args=[plan]), submit="Gem")
    sara.look_at("empty guest_tables", reverse("guest_tables"))
    ole.look_at("empty case", reverse("case", args=[table]))
    ole.look_at("not there", reverse("case", args=[cast.aminas_table.pk]))
    bo.send_empty("refused contact_new", reverse("contact_new", args=[cast.aminas_table.pk]), submit="Gem")
    bo.send_empty("refused course_end", reverse("course_end", args=[cast.aminas_course.pk]), submit="Afslut")
    outside = Walk(house.device(), names)
    outside.send_empty("refused login", reverse("login"), submit="Log ind")
    assert [wrong for walk in (*walks, outside) for wrong in walk.wrong] == []
    statuses = [status for walk in (*walks, outside) for status in walk.statuses.values()]
    assert sorted(statuses) == [200] * 7 + [404] + [422] * 5
