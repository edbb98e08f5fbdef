"""Vores kontakt: Amina reads every entry about her, her own view first, corrections beside."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction, Outcome, Topic, Urgency
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import noted

OTHERS = ("mie", "sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def url(cast: Cast) -> str:
    """Her page."""
    return reverse("contacts", args=[cast.aminas_table.pk])


def read(cast: Cast) -> str:
    """What she reads there."""
    return text_of(client_of(cast.amina), url(cast))


def test_she_reads_every_entry_with_who_wrote_it_and_no_other_citizens(story: Cast) -> None:
    words = read(story)
    hers = Entry.objects.filter(table=story.aminas_table)
    assert hers.count() == 17
    assert [entry.summary for entry in hers if " ".join(entry.summary.split()) not in words] == []
    his = Entry.objects.filter(table=story.karims_table)
    assert [
        entry.summary for entry in his if entry.summary in words and entry.summary != "Vi havde en aftale kl. 10."
    ] == []
    assert ("Skrevet af Birthe Holst" in words, "Skrevet af Bo Lund" in words) == (True, True)


@pytest.mark.requirement("R3")
def test_her_own_view_is_the_first_thing_of_an_entry(cast: Cast) -> None:
    noted(cast, citizen_view="Jeg vil helst gå en tur.", summary="Vi talte om at mødes ude.")
    assert "Bo ringede til dig Du sagde selv: Jeg vil helst gå en tur. Vi talte om at mødes ude." in read(cast)


def test_the_correction_about_her_visit_stands_beside_what_bo_wrote_first(story: Cast) -> None:
    assert re.search(
        r"Hun viste mig sine tegninger\. Det handlede om din hverdag Bo tog kontakt · Hjemme hos dig · 45 minutter .*?Rettelse .*?"
        r"Det har hun ret i\. .*? 90 minutter Rettet af Bo Lund",
        read(story),
    )


@pytest.mark.parametrize(
    ("channel", "direction", "title"),
    [
        (Channel.PHONE, Direction.OUT, "Bo ringede til dig"),
        (Channel.PHONE, Direction.IN, "Du ringede"),
        (Channel.TEXT, Direction.OUT, "Bo skrev en sms til dig"),
        (Channel.LETTER, Direction.IN, "Du sendte et brev"),
        (Channel.MEETING, Direction.OUT, "Bo og du mødtes"),
        (Channel.VISIT, Direction.OUT, "Bo besøgte dig"),
    ],
)
def test_she_is_spoken_to(cast: Cast, channel: Channel, direction: Direction, title: str) -> None:
    noted(cast, channel=channel, direction=direction)
    assert title in read(cast)
    assert "Amina siger" not in read(cast)


def test_an_absence_is_told_without_blame(cast: Cast) -> None:
    noted(cast, channel=Channel.MEETING, outcome=Outcome.ABSENT)
    words = read(cast)
    assert "Bo og du mødtes ikke" in words
    assert "kom ikke" not in words


@pytest.mark.parametrize("name", OTHERS)
def test_the_page_is_hers(cast: Cast, name: str) -> None:
    assert client_of(cast.amina).get(url(cast)).status_code == 200
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_she_reads_how_to_have_something_put_right(cast: Cast) -> None:
    assert (
        "Er noget forkert? Så sig det til Bo. Så skriver Bo det rigtige ved siden af. Intet bliver slettet."
        in read(cast)
    )


def test_her_page_has_no_form_but_the_frames_own(cast: Cast) -> None:
    noted(cast)
    page = client_of(cast.amina).get(url(cast)).content.decode()
    assert "<form" not in page[page.index("<main") : page.index("</main>")]


def test_an_empty_page_says_what_will_come(cast: Cast) -> None:
    assert "Når I har talt sammen, kan du læse det her." in read(cast)


def test_a_year_of_contacts_is_paged_and_costs_no_more_queries(cast: Cast) -> None:
    noted(cast)
    amina = client_of(cast.amina)
    one = queries_of(amina, url(cast))
    for count in range(49):
        noted(cast, summary=f"Kontakt {count}.", at=MONDAY)
    assert queries_of(amina, url(cast)) == one <= 12
    assert 'href="?side=2"' in amina.get(url(cast)).content.decode()


def test_what_it_was_about_how_urgent_and_what_was_answered_are_said_in_her_words(cast: Cast) -> None:
    asked = noted(
        cast,
        channel=Channel.TEXT,
        direction=Direction.IN,
        summary="Jeg har fundet en plads.",
        urgency=Urgency.PLACEMENT_FOUND,
        topics=[Topic.WORK],
        at=MONDAY - timedelta(days=1),
    )
    noted(cast, topics=[Topic.PLAN, Topic.HEALTH, Topic.RULES], replies_to=asked, summary="Vi talte om det.")
    words = read(cast)
    assert "Jeg har fundet en plads. Du har fundet en plads Det handlede om arbejde og praktik" in words
    assert (
        "Vi talte om det. Det handlede om dine mål og din plan, dit helbred, regler og dine rettigheder"
        " Svar til dig på det fra 1. marts kl. 10.00" in words
    )


def test_what_went_to_the_journal_is_said_with_who_and_when_and_the_rest_is_not(story: Cast) -> None:
    words = read(story)
    assert words.count("Birthe kopierede det til kommunens journal") == 10
    assert words.count("Bo kopierede det til kommunens journal") == 1
    assert words.count("Rettet siden") == 1


def test_a_guest_reads_nothing_of_the_journal(story: Cast) -> None:
    pathways.open_room(seat=story.mies_seat, room=Room.CONTACTS, by=story.amina, at=now())
    words = text_of(client_of(story.mie), reverse("guest_contacts", args=[story.aminas_table.pk]))
    assert ("Gåtur ved havnen." in words, "journal" in words) == (True, False)
