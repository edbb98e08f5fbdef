"""Ret listen: Amina moves Mie up, takes Bo off and puts him back; nobody else does."""

import pytest
from django.urls import reverse

from bordenden.plans import queries
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import words_of


def url(story: Cast) -> str:
    return reverse("contact_order", args=[plan_of(story).pk])


def listed(story: Cast) -> list[queries.Contact]:
    return queries.contacts_of(plan=plan_of(story), at=MONDAY)


def names(story: Cast) -> list[str]:
    return [one.name for one in listed(story)][:3]


def test_amina_orders_and_takes_off(story: Cast) -> None:
    amina, mie, bo = client_of(story.amina), str(story.mie.pk), str(story.bo.pk)
    for who, do in ((mie, "up"), (bo, "off"), ("gone", "off"), (mie, "nonsens")):
        answer = amina.post(url(story), {"who": who, "do": do})
        assert (answer.status_code, answer["Location"]) == (303, url(story))
    assert names(story) == ["Mie Toft", "Økonomihjælpen", "Sundhedscentret"]
    assert "Ved dit bord, men ikke på listen Bo Lund" in words_of(amina.get(url(story)))
    amina.post(url(story), {"who": bo, "do": "back"})
    assert names(story) == ["Mie Toft", "Bo Lund", "Økonomihjælpen"]


def test_the_top_of_page_two_moves_up_to_page_one(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.citizen.views.contact_order.A_PAGE", 2)
    amina, before = client_of(story.amina), listed(story)
    second, third = f"{url(story)}?side=2", str(before[2].pk)
    page = amina.get(second)
    assert f'start="3"><li><p><strong>{before[2].name}' in page.content.decode()
    assert before[1].name not in words_of(page)
    assert amina.post(second, {"who": third, "do": "up"})["Location"] == url(story)
    assert [one.pk for one in listed(story)[:3]] == [before[0].pk, before[2].pk, before[1].pk]
    assert amina.post(url(story), {"who": third, "do": "down"})["Location"] == second
    assert [one.pk for one in listed(story)] == [one.pk for one in before]
    assert amina.post(second, {"who": third, "do": "off"})["Location"] == second
    assert words_of(amina.get(f"{url(story)}?side=99")) == words_of(amina.get(url(story)))


def test_nobody_else_orders(story: Cast) -> None:
    before = names(story)
    refused(story, url(story), {"who": str(story.mie.pk), "do": "off"}, "bo")
    assert names(story) == before
