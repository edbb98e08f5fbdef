"""The components: what they show of the records they are given."""

import re

import pytest
from django.template import Context, Template

from bordenden.web.design import parts
from tests.web.design.conftest import Draw


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


SCALE = parts.Scale(
    name="value",
    anchors=(parts.Anchor(0, "slet ikke"), parts.Anchor(10, "helt sikkert")),
    legend="Hvor meget tror du på, at du kan arbejde?",
    chosen=7,
)


def test_a_scale_has_eleven_buttons_that_each_send_their_number(draw: Draw) -> None:
    html = draw("design/scale.html", scale=SCALE)
    assert re.findall(r'name="value" value="(\d+)"', html) == [str(n) for n in range(11)]


def test_the_ends_of_a_scale_are_said_in_words_and_the_answer_is_marked(draw: Draw) -> None:
    buttons = re.findall(r"<button.*?</button>", draw("design/scale.html", scale=SCALE))
    assert [words(button) for button in buttons] == [
        *("0 – slet ikke", "1", "2", "3", "4", "5", "6", "7 dit svar", "8", "9", "10 – helt sikkert")
    ]
    assert [n for n, button in enumerate(buttons) if 'aria-pressed="true"' in button] == [7]


def test_a_step_done_is_marked_in_words_and_cannot_be_done_again(draw: Draw) -> None:
    steps = (
        parts.Step("Ring til køreskolen", done=True, done_url="/trin/1"),
        parts.Step("Læs om prøven", done_url="/trin/2"),
        parts.Step("Spørg Mie"),
    )
    html = draw("design/steps.html", steps=steps)
    assert [words(item) for item in re.findall(r"<li.*?</li>", html, re.DOTALL)] == [
        "Ring til køreskolen Gjort",
        "Læs om prøven Jeg har gjort det : Læs om prøven",
        "Spørg Mie",
    ]
    assert re.findall(r'action="([^"]+)"', html) == ["/trin/2"]


def test_a_table_names_the_column_in_each_cell_for_small_screens(draw: Draw) -> None:
    table = parts.Table(
        "Hvem har set min sag",
        ("Hvem", "Hvad", "Gange"),
        (parts.Row(parts.Cell("Bo", url="/bo"), (parts.Cell("Dit mål"), parts.Cell("2", number=True))),),
    )
    html = draw("design/table.html", table=table)
    assert re.findall(r'data-label="(\w+)"', html) == ["Hvad", "Gange"]
    assert words(html) == "Hvem har set min sag Hvem Hvad Gange Bo Dit mål 2"
    assert table.headings == (("Hvem", False), ("Hvad", False), ("Gange", True))


def test_a_table_refuses_a_row_that_does_not_fit() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        parts.Table("", ("Hvem", "Hvad"), (parts.Row(parts.Cell("Bo"), ()),))


def test_seats_show_who_sits_where_with_the_head_marked(draw: Draw) -> None:
    seats = (parts.Seat("Amina", "for bordenden", head=True), parts.Seat("Sara", empty=True))
    html = draw("design/seats.html", seats=seats)
    assert re.findall(r'class="(seat[^"]*)"><span class="seat-name">(\w+)', html) == [
        ("seat seat-head", "Amina"),
        ("seat seat-empty", "Sara"),
    ]


def test_a_timeline_keeps_the_order_it_is_given(draw: Draw) -> None:
    events = (parts.Event("4. marts", "Bo ringede", "Vi talte."), parts.Event("2. marts", "Du skrev", url="/maal"))
    assert words(draw("design/timeline.html", events=events)) == "4. marts Bo ringede Vi talte. 2. marts Du skrev"


@pytest.mark.parametrize(
    ("pager", "seen"),
    [
        (parts.Pager("Side 1"), ""),
        (parts.Pager("Side 1", next_url="?side=2"), "Side 1 Næste"),
        (parts.Pager("Side 2", previous_url="?side=1"), "Forrige Side 2"),
        (parts.Pager("Side 2", previous_url="?side=1", next_url="?side=3"), "Forrige Side 2 Næste"),
    ],
)
def test_a_pager_offers_only_pages_that_are_there(draw: Draw, pager: parts.Pager, seen: str) -> None:
    assert words(draw("design/pager.html", pager=pager)) == seen


def test_facts_are_terms_with_values(draw: Draw) -> None:
    facts = (parts.Fact("Startede", "2. marts"), parts.Fact("Din sagsbehandler", "Bo", url="/bo"))
    html = draw("design/facts.html", facts=facts)
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html) == [
        ("Startede", "2. marts"),
        ("Din sagsbehandler", '<a href="/bo">Bo</a>'),
    ]


@pytest.mark.parametrize(
    ("number", "dialled"),
    [("99 31 00 00", "+4599310000"), ("+46 8 123 45", "+46812345"), ("1813", "1813")],
)
def test_a_telephone_number_can_be_dialled(draw: Draw, number: str, dialled: str) -> None:
    html = draw("design/phone.html", title="Tal med Bo", number=number, hours="Hverdage kl. 9–14")
    assert re.findall(r'href="tel:([^"]+)">([^<]+)<', html) == [(dialled, number)]


def test_the_menu_says_which_page_this_is(draw: Draw) -> None:
    items = (parts.NavItem("Mit bord", "/", current=True), parts.NavItem("Mit mål", "/maal"))
    html = draw("design/nav.html", items=items)
    assert re.findall(r"<a ([^>]+)>", html) == ['href="/" aria-current="page"', 'href="/maal"']


def test_a_card_holds_what_is_put_in_it_and_escapes_its_title() -> None:
    source = "{% load design %}{% card title %}<p>{{ text }}</p>{% endcard %}"
    html = Template(source).render(Context({"title": "Bo & Mie", "text": "<b>"}))
    assert "Bo &amp; Mie</h2>" in html
    assert "<p>&lt;b&gt;</p>" in html


def test_an_empty_place_may_show_the_way_on(draw: Draw) -> None:
    told = draw("design/empty.html", title="Her er der plads", text="Ingen endnu.")
    led = draw("design/empty.html", title="Her er der plads", text="Ingen endnu.", url="/inviter", action="Invitér")
    assert words(told) == "Her er der plads Ingen endnu."
    assert words(led) == "Her er der plads Ingen endnu. Invitér"


def test_a_notice_and_a_way_back_say_what_they_are_given(draw: Draw) -> None:
    assert words(draw("design/notice.html", kind="info", title="Bo ser dit mål")) == "Bo ser dit mål"
    assert words(draw("design/back.html", url="/", text="Til mit bord")) == "Til mit bord"
