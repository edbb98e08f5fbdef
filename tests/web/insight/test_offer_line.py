"""Køen til et tilbud: Lis sees case numbers and no names, and lets somebody go before for a reason."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.actions import join
from bordenden.offers.models import Waiting
from tests.cast import MONDAY, Cast, client_of
from tests.offers.made import tables_of
from tests.web.chosen_stories import offer
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of

NATURE = "praktik-natur"


def url(cast: Cast) -> str:
    return reverse("offer_line", args=[offer(cast, NATURE).pk])


def test_lis_sees_who_holds_a_place_and_who_waits_by_case_number(story: Cast) -> None:
    read = text_of(client_of(story.lis), url(story))
    assert "Pladser 1 Optaget eller tilbudt 1" in read
    assert "F-1 1 Venter på en plads 10. februar 2026" in read
    assert [name for name in ("Amina", "Karim", "Jens", "Holm", "Yusuf") if name in read] == []


def test_somebody_goes_before_for_a_reason(story: Cast) -> None:
    lis, ((_head, table),) = client_of(story.lis), tables_of(story, 1)
    last = join(offer=offer(story, NATURE), table=table, form_key=uuid4(), by=_head, at=MONDAY)
    sent = {"waiting": str(last.pk), "priority": "1"}
    answer = lis.post(url(story), sent)
    assert (answer.status_code, "Skriv hvorfor." in words_of(answer)) == (422, True)
    assert lis.post(url(story), {**sent, "why": "Flytter om lidt."}).status_code == 303
    assert Waiting.objects.get(pk=last.pk).priority_why == "Flytter om lidt."
    assert "Uden sagsnummer 1 Venter på en plads 2. marts 2026 Flytter om lidt." in text_of(lis, url(story))


@pytest.mark.parametrize("held", ["sundhedssamtaler", "praktik-omsorg"])
def test_only_who_waits_in_this_line_can_go_before(story: Cast, held: str) -> None:
    other = Waiting.objects.filter(offer=offer(story, held))[0]
    sent = {"waiting": str(other.pk), "priority": "1", "why": "Fordi"}
    assert client_of(story.lis).post(url(story), sent).status_code == 422


def test_more_in_line_cost_no_more_and_nobody_else_sees_it(story: Cast) -> None:
    lis = client_of(story.lis)
    few = queries_of(lis, url(story))
    for head, table in tables_of(story, 4):
        join(offer=offer(story, NATURE), table=table, form_key=uuid4(), by=head, at=MONDAY)
    assert queries_of(lis, url(story)) == few <= 12
    for name in ("amina", "bo", "mie", "niels", "eva", "stine", "karim"):
        assert (name, client_of(getattr(story, name)).get(url(story)).status_code) == (name, 404)
