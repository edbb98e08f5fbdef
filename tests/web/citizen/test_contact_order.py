"""Ret listen: Amina moves Mie up, takes Bo off and puts him back; nobody else does."""

from django.urls import reverse

from bordenden.plans import queries
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import words_of


def url(story: Cast) -> str:
    return reverse("contact_order", args=[plan_of(story).pk])


def names(story: Cast) -> list[str]:
    return [one.name for one in queries.contacts_of(plan=plan_of(story), at=MONDAY)][:3]


def test_amina_orders_and_takes_off(story: Cast) -> None:
    amina, mie, bo = client_of(story.amina), str(story.mie.pk), str(story.bo.pk)
    for who, do in ((mie, "up"), (bo, "off"), ("gone", "off"), (mie, "nonsens")):
        answer = amina.post(url(story), {"who": who, "do": do})
        assert (answer.status_code, answer["Location"]) == (303, url(story))
    assert names(story) == ["Mie Toft", "Økonomihjælpen", "Sundhedscentret"]
    assert "Ved dit bord, men ikke på listen Bo Lund" in words_of(amina.get(url(story)))
    amina.post(url(story), {"who": bo, "do": "back"})
    assert names(story) == ["Mie Toft", "Bo Lund", "Økonomihjælpen"]


def test_nobody_else_orders(story: Cast) -> None:
    before = names(story)
    refused(story, url(story), {"who": str(story.mie.pk), "do": "off"}, "bo")
    assert names(story) == before
