"""Every state of her pages about talks is as plain as the others: short sentences, and no word of the office."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings import actions
from bordenden.meetings.models import AgendaItem, Agreement
from tests.cast import MONDAY, Cast, client_of
from tests.house.office_words import NOT_TO_HER
from tests.house.test_plain_danish import everything, too_hard
from tests.web.talking import ahead, held, stand_at
from tools import readability

PAGES = ("talk_boundary", "talk_cancel", "talk_helped")


def hard_pages(story: Cast) -> dict[str, list[str]]:
    """What is too hard, or of the office, on each of her pages as they stand now, and as they refuse a form."""
    table = story.aminas_table.pk
    urls = [reverse(name, args=[table]) for name in ("talk", "talks", "talk_new", "talk_topic")]
    urls += [reverse(name, args=[row.pk]) for name in PAGES for row in (held(story), ahead(story))]
    urls += [reverse("agreement", args=[row.pk]) for row in Agreement.objects.order_by("pk")]
    urls += [reverse("talk_item", args=[row.pk]) for row in AgendaItem.objects.order_by("pk")]
    amina, found = client_of(story.amina), {}
    for url in urls:
        shown = amina.get(url).content.decode()
        found[url] = [*too_hard(shown), *readability.office_words(everything(shown), NOT_TO_HER)]
    karim = client_of(story.karim).get(reverse("talk", args=[story.karims_table.pk])).content.decode()
    found["karim"] = [*too_hard(karim), *readability.office_words(everything(karim), NOT_TO_HER)]
    return {url: said for url, said in found.items() if said}


def test_before_the_talk(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    assert hard_pages(story) == {}


def test_on_the_day(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at + timedelta(hours=1))
    amina = client_of(story.amina)
    assert hard_pages(story) == {}
    amina.post(reverse("talk_helped", args=[ahead(story).pk]), {"helped": "yes"})
    assert hard_pages(story) == {}


def test_when_it_is_called_off_or_over(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at + timedelta(days=2))
    assert hard_pages(story) == {}
    actions.cancel(conversation=ahead(story), by=story.amina, at=MONDAY)
    assert hard_pages(story) == {}


def test_what_refuses_is_as_plain(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    amina, table, row = client_of(story.amina), story.aminas_table.pk, ahead(story)
    sent = [
        (reverse("talk_topic", args=[table]), {"words": ""}),
        (reverse("talk_new", args=[table]), {"starts_at": "2026-03-01T10:00", "place": "phone", "minutes": "30"}),
        (reverse("talk_new", args=[table]), {"starts_at": "2199-01-01T10:00", "place": "phone", "minutes": "30"}),
        (reverse("talk_boundary", args=[row.pk]), {"words": "x" * 201}),
        (reverse("talk_helped", args=[row.pk]), {"helped": "yes"}),
        (reverse("talk_cancel", args=[held(story).pk]), {}),
        (reverse("agreement", args=[Agreement.objects.get(owner="coordinator").pk]), {"done": "0"}),
    ]
    for url, fields in sent:
        answer = amina.post(url, fields)
        html = answer.content.decode()
        assert (url, answer.status_code, too_hard(html)) == (url, 422, [])
        assert (url, readability.office_words(everything(html), NOT_TO_HER)) == (url, [])
