"""Familiens plan: who is met how, without a word of what is not opened; the whole way through its pages."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.families.models import Family, Member, Part, PartShare, PartWords, Undertaking
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of

SECRET = "Jeg skammer mig over, at jeg mistede kortet."
DREAM = "Jeg vil på efterskole og spille håndbold."


@pytest.fixture(autouse=True)
def on_the_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is opened ends after half a year: the doors stand at the day of the story."""
    for door in ("threshold.opens", "entry.views.home"):
        monkeypatch.setattr(f"bordenden.web.{door}.now", lambda: MONDAY)


def part_of(name: str) -> Part:
    return Part.objects.get(member__person__given_name=name)


def person_of(name: str) -> Person:
    return part_of(name).member.person


def family_of(cast: Cast) -> Family:
    return Family.objects.get(table=cast.holms_table)


def test_each_is_met_by_what_was_opened_and_nothing_tells_what_was_not(story: Cast) -> None:
    url = reverse("family", args=[family_of(story).pk])
    lones = text_of(client_of(story.lone), url)
    assert "Læs Frejas del" in lones
    assert "Anton har ikke delt noget endnu." in lones
    assert "Almas del" in lones
    antons = text_of(client_of(person_of("Anton")), url)
    for name in ("Jens", "Lone", "Freja", "Alma"):
        assert f"{name} har ikke delt noget endnu." in antons
    said = PartWords.objects.exclude(words="").order_by("pk").values_list("words", flat=True)
    assert [words for words in said for page in (lones, antons) if words in page] == []


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


def test_jens_secret_is_read_by_him_alone_whoever_his_part_is_opened_for(story: Cast) -> None:
    url = reverse("family_part", args=[part_of("Jens").pk])
    assert SECRET in text_of(client_of(story.jens), url)
    for name in ("Lone", "Freja"):
        read = text_of(client_of(person_of(name)), url)
        assert ("Jeg vil gerne køre lastbil igen." in read, SECRET in read) == (True, False)
    assert client_of(person_of("Anton")).get(url).status_code == 404
    assert client_of(story.ole).get(url).status_code == 404
    assert client_of(story.amina).get(url).status_code == 404


@pytest.mark.requirement("R209")
def test_who_reads_a_part_is_known_to_its_owner_and_to_nobody_else_at_the_table(story: Cast) -> None:
    url = reverse("family_part", args=[part_of("Freja").pk])
    assert DREAM in text_of(client_of(story.lone), url)
    freja = client_of(person_of("Freja"))
    assert "Lone, " in text_of(freja, reverse("family_sharing", args=[part_of("Freja").pk]))
    seen = text_of(client_of(story.jens), reverse("looks", args=[story.holms_table.pk]))
    assert "En del af familiens plan" not in seen
    text_of(client_of(story.lone), reverse("family_print", args=[part_of("Lone").pk]))
    told = text_of(freja, reverse("family_sharing", args=[part_of("Freja").pk]))
    assert told.count("Lone, ") == 2


def test_freja_closes_and_the_very_next_look_is_refused(story: Cast) -> None:
    part, lone = part_of("Freja"), client_of(story.lone)
    switch = {"do": "close", "to": str(Member.objects.get(person=story.lone).pk)}
    sharing = reverse("family_sharing", args=[part.pk])
    assert lone.post(sharing, switch).status_code == 404
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 200
    assert client_of(person_of("Freja")).post(sharing, switch).status_code == 303
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 404
    assert not PartShare.objects.filter(part=part, ends_at__gt=MONDAY).exists()


def test_lone_writes_with_alma_and_never_for_freja_and_a_stale_text_shows_both(story: Cast) -> None:
    lone, alma = client_of(story.lone), part_of("Alma")
    url = reverse("family_words", args=[alma.pk, "dream"])
    assert "Når jeg bliver stor" in text_of(lone, url)
    sent = {"form_key": uuid4(), "words": "En pony", "version": 0}
    assert lone.post(url, sent).status_code == 303
    assert client_of(story.jens).post(url, {**sent, "words": "En gris"}).status_code == 422
    again = client_of(story.jens).post(url, {**sent, "words": "En gris"}).content.decode()
    assert "En pony" in again
    assert "En gris" in again
    for name in ("Freja", "Jens"):
        assert lone.post(reverse("family_words", args=[part_of(name).pk, "dream"]), sent).status_code == 404
    assert [row.written_by for row in PartWords.objects.filter(part=alma, kind="dream")] == [story.lone]


def test_a_form_sent_twice_is_one_child_and_one_step(story: Cast) -> None:
    lone, family = client_of(story.lone), family_of(story).pk
    child = {"form_key": uuid4(), "given_name": "Bertil", "born_on": "2020-02-29", "consents": "on"}
    step = {"form_key": uuid4(), "words": "Gå i skoven", "member": str(Member.objects.get(person=story.jens).pk)}
    members, lines = Member.objects.count(), Undertaking.objects.count()
    for _time in range(2):
        assert lone.post(reverse("family_child_new", args=[family]), child).status_code == 303
        assert lone.post(reverse("family_step_new", args=[family]), step).status_code == 303
    assert (Member.objects.count(), Undertaking.objects.count()) == (members + 1, lines + 1)
    refused = lone.post(
        reverse("family_child_new", args=[family]), {**child, "form_key": uuid4(), "born_on": "1990-01-01"}
    )
    assert (refused.status_code, "Bertil" in refused.content.decode()) == (422, True)
    assert client_of(person_of("Anton")).get(reverse("family_child_new", args=[family])).status_code == 404


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
