"""Familiens plan: who is met how, without a word of what is not opened."""

from uuid import uuid4

from django.urls import reverse

from bordenden.families.models import Family, Member, Part, PartWords
from bordenden.meetings.actions import put_on_agenda
from bordenden.meetings.models import AgendaItem, Conversation
from bordenden.meetings.queries import own_parts
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, part_of, person_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import fill

__all__ = ["on_the_monday"]


def test_each_is_met_by_what_was_opened_and_nothing_tells_what_was_not(story: Cast) -> None:
    url = reverse("family", args=[family_of(story).pk])
    lones = text_of(client_of(story.lone), url)
    assert "Læs Frejas del" in lones
    assert "Anton har ikke åbnet sin del for dig endnu." in lones
    assert "Almas del" in lones
    antons = text_of(client_of(person_of("Anton")), url)
    for name in ("Jens", "Lone", "Freja", "Alma"):
        assert f"{name} har ikke åbnet sin del for dig endnu." in antons
    said = PartWords.objects.exclude(words="").order_by("pk").values_list("words", flat=True)
    assert [words for words in said for page in (lones, antons) if words in page] == []


def test_when_they_meet_each_reads_who_tells_of_the_own_part_and_a_child_no_other_line(story: Cast) -> None:
    url = reverse("family", args=[family_of(story).pk])
    talk = reverse("talk", args=[story.holms_table.pk])
    put_on_agenda(table=story.holms_table, words="Regningen fra tandlægen", by=story.lone, at=MONDAY)
    lines = " ".join(item.words for item in own_parts(table=story.holms_table))
    assert (lines.count("fortæller om sin del"), "Freja fortæller om sin del" in lines) == (5, True)
    lone, anton = client_of(story.lone), client_of(person_of("Anton"))
    for one in (lone, anton):
        assert f"I fortæller hver om jeres egen del, i den her rækkefølge: {lines}" in text_of(one, url)
        assert "tandlægen" not in text_of(one, url)
    assert talk in lone.get(url).content.decode()
    assert talk not in anton.get(url).content.decode()
    assert "Jens fortæller om sin del Fra familiens plan" in text_of(lone, talk)


def test_a_day_set_by_ole_at_his_door_puts_each_on_the_agenda(story: Cast) -> None:
    """At the table of a family; the old day is called off first."""
    AgendaItem.objects.filter(table=story.holms_table).delete()
    Conversation.objects.filter(table=story.holms_table).delete()
    sent = {"starts_at": "2026-03-09T10:00", "place": "home", "minutes": "60", "form_key": str(uuid4())}
    ole, url = client_of(story.ole), reverse("conversation_new", args=[story.holms_table.pk])
    assert ole.post(url, fill(ole, url, **sent)).status_code == 303
    assert AgendaItem.objects.filter(table=story.holms_table, topic="own_part").count() == 5
    Conversation.objects.filter(table=story.holms_table).delete()
    AgendaItem.objects.filter(table=story.holms_table).delete()
    lone, hers = client_of(story.lone), reverse("talk_new", args=[story.holms_table.pk])
    assert lone.post(hers, fill(lone, hers, **{**sent, "form_key": str(uuid4())})).status_code == 303
    assert AgendaItem.objects.filter(table=story.holms_table, topic="own_part").count() == 5


def test_no_page_of_the_family_shows_a_number_or_an_address(story: Cast) -> None:
    lone = client_of(story.lone)
    pages = [reverse("family", args=[family_of(story).pk])]
    pages += [reverse(name, args=[part_of("Lone").pk]) for name in ("family_part", "family_sharing", "family_print")]
    for page in pages:
        read = text_of(lone, page)
        assert story.jens.phone not in read
        assert "Holm" not in read.replace("Familien Holm", "")
    fields = {field.name for model in (Family, Member, Part) for field in model._meta.concrete_fields}
    assert fields & {"address", "street", "place", "phone"} == set()


def test_at_home_there_is_a_clear_choice_of_tables(story: Cast) -> None:
    read = text_of(client_of(story.jens), reverse("home"))
    assert "Mit bord" in read
    assert "Familiens bord" in read
    led = client_of(person_of("Freja")).get(reverse("home"))
    assert led.headers["Location"] == reverse("family", args=[family_of(story).pk])


def test_the_familys_pages_cost_the_same_with_more_of_everything(story: Cast) -> None:
    lone = client_of(story.lone)
    urls = [reverse("family", args=[family_of(story).pk])]
    urls += [reverse(name, args=[part_of("Lone").pk]) for name in ("family_part", "family_sharing", "family_print")]
    few = [queries_of(lone, url) for url in urls]
    for number in range(3):
        child = {"form_key": uuid4(), "given_name": f"Barn {number}", "born_on": "2019-01-01", "consents": "on"}
        lone.post(reverse("family_child_new", args=[family_of(story).pk]), child)
        words = {"form_key": uuid4(), "words": "Is", "version": 0}
        lone.post(reverse("family_words", args=[part_of(f"Barn {number}").pk, "wish"]), words)
    assert [queries_of(lone, url) for url in urls] == few
    assert max(few) <= 12
