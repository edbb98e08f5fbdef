"""Familien Holm makes a plan with five parts: each writes the own, each opens it or not, and one moves out."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from bordenden.families.models import Member, PartWords
from bordenden.people import actions as people
from bordenden.people.models import Person
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press, sent, status_for
from tests.journeys.test_every_page import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHILDREN = {"Freja": "2010-09-14", "Anton": "2013-01-20", "Alma": "2017-11-03"}
DREAMS = {
    "Jens": "Jeg drømmer om at køre lastbil igen.",
    "Lone": "Jeg drømmer om en have.",
    "Freja": "Jeg drømmer om at komme på efterskole.",
    "Anton": "Jeg drømmer om at lave computerspil.",
    "Alma": "Når jeg bliver stor, vil jeg have en hund.",
}


def jens_begins(page: Page, cast: Cast) -> None:
    go(page, "table", cast.holms_table.pk)
    follow(page, "Familiens plan")
    page.get_by_label("Hvad kalder I jer?").fill("Familien Holm")
    press(page, "Begynd på familiens plan")
    assert heading(page) == "Familiens plan"


def lone_says_yes_and_brings_the_children(page: Page) -> None:
    go(page, "home")
    follow(page, "Familiens bord")
    press(page, "Ja, jeg vil være med")
    for name, born in CHILDREN.items():
        follow(page, "Tag et barn med")
        page.get_by_label("Barnets fornavn").fill(name)
        page.get_by_label("Fødselsdag").fill(born)
        page.get_by_label("Jens").check()
        page.get_by_label("Ja, barnet må have sin egen del i planen.").check()
        press(page, "Tag barnet med")
    assert page.locator(".seats .seat-name").all_inner_texts() == ["Lone", "Jens", "Freja", "Anton", "Alma"]
    assert page.get_by_text("Freja har ikke åbnet sin del for dig endnu.").count() == 1


def with_a_login(name: str) -> Person:
    """The municipality gives the two big ones a way in."""
    person: Person = Person.objects.get(given_name=name)
    people.give_demo_login(person=person, username=name.lower(), order=30, line=name)
    return person


def writes(page: Page, name: str, *, part: str = "Min del") -> None:
    go(page, "home")
    if heading(page) != "Familiens plan":
        follow(page, "Familiens bord")
    follow(page, part)
    with sent(page):
        page.locator("section.card").filter(has_text="Det drømmer jeg om").get_by_role("link").click()
    assert page.get_by_text("Du kan begynde sådan:").count() == 1
    page.get_by_label("Mine ord").fill(DREAMS[name])
    press(page, "Gem ordene")
    assert page.get_by_text(DREAMS[name]).count() == 1


def freja_opens_for_her_mother(page: Page) -> None:
    follow(page, "Hvem må læse min del?")
    press(page, "Åbn for Lone")
    assert page.get_by_text("Åben til og med").count() == 1
    assert page.get_by_text("Ingen andre har læst den endnu.").count() == 1


def lone_reads_what_is_opened(page: Page) -> None:
    go(page, "home")
    follow(page, "Familiens bord")
    follow(page, "Læs Frejas del")
    assert page.get_by_text(DREAMS["Freja"]).count() == 1
    follow(page, "Til familiens bord")
    assert page.get_by_text("Anton har ikke åbnet sin del for dig endnu.").count() == 1


def they_agree_on_a_step(page: Page) -> None:
    go(page, "home")
    follow(page, "Nyt fælles skridt")
    page.get_by_label("Det vil vi").fill("Lægge tøjet frem om aftenen")
    page.get_by_label("Jens").check()
    page.get_by_label("Hvem vil I gerne have til at støtte jer i det?").fill("Mormor")
    press(page, "Gem jeres skridt")
    assert page.get_by_text("Hvem: Jens · Støtte: Mormor").count() == 1


def ole_sees_how_far_they_are_and_no_word(page: Page, member: Member) -> None:
    go(page, "case_family", member.family_id)
    text = page.locator("main").inner_text()
    assert "Frejas del er godt på vej." in text
    assert [words for words in DREAMS.values() if words in text] == []


def jens_moves_out(page: Page) -> None:
    go(page, "home")
    follow(page, "Familiens bord")
    follow(page, "Min del")
    follow(page, "Rejs dig fra familiens bord")
    page.get_by_label("Ja, jeg er sikker.").check()
    press(page, "Jeg rejser mig fra bordet")
    assert page.get_by_text("Du er ikke med i familiens plan mere.").count() == 1
    follow(page, "Print")
    text = page.locator("main").inner_text()
    assert [words for words in DREAMS.values() if words in text] == [DREAMS["Jens"]]


@pytest.mark.requirement("R199", "R195")
def test_five_parts_of_one_plan(quiet_house: House) -> None:
    house, cast = quiet_house, quiet_house.cast
    jens, lone = house.visitor(cast.jens), house.visitor(cast.lone)
    jens_begins(jens, cast)
    lone_says_yes_and_brings_the_children(lone)
    freja, anton = (house.visitor(with_a_login(name)) for name in ("Freja", "Anton"))
    for page, name in ((jens, "Jens"), (lone, "Lone"), (freja, "Freja"), (anton, "Anton")):
        writes(page, name)
    writes(lone, "Alma", part="Almas del")
    written = PartWords.objects.order_by("pk").values_list("part__member__person__given_name", "words")
    assert dict(written) == DREAMS
    freja_opens_for_her_mother(freja)
    lone_reads_what_is_opened(lone)
    they_agree_on_a_step(anton)
    members = {one.person.given_name: one for one in Member.objects.select_related("person").order_by("pk")}
    ole_sees_how_far_they_are_and_no_word(house.visitor(cast.ole), members["Freja"])
    for name, reader, status in (("Freja", cast.lone, 200), ("Anton", cast.lone, 404), ("Freja", cast.jens, 404)):
        assert status_for(reader, url=reverse("family_part", args=[members[name].part.pk])) == status
    jens_moves_out(jens)
    for name, reader in (("Alma", cast.jens), ("Jens", cast.lone), ("Lone", cast.jens)):
        assert status_for(reader, url=reverse("family_part", args=[members[name].part.pk])) == 404
    jens_reads_that_he_has_left(jens, members["Jens"])
    _looks_well(house, lone, members["Lone"])


def jens_reads_that_he_has_left(page: Page, member: Member) -> None:
    """He keeps the case he shares with Lone; of the family's plan he is told no name and no word."""
    assert go(page, "family", member.family_id).status == 404
    go(page, "home")
    follow(page, "Familiens bord")
    said = page.locator("main").inner_text()
    assert "Du er ikke med i familiens plan mere." in said
    assert [name for name in ("Lone", *CHILDREN) if name in said] == []


def _looks_well(house: House, page: Page, lone: Member) -> None:
    """At 320 px, with double text, and by axe; only where there are scripts to look with."""
    if not house.javascript:
        return
    walk = Walk(page, frozenset({"Jens", "Lone", "Freja", "Anton", "Alma", "Holm"}))
    part = lone.part.pk
    for name, pk in (("family", lone.family_id), ("family_part", part), ("family_sharing", part)):
        walk.look_at(name, reverse(name, args=[pk]))
    assert walk.wrong == []
