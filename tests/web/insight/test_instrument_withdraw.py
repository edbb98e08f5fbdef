"""Ud af brug: a published question is asked no more."""

import re

from django.urls import reverse

from bordenden.assessments.models import Instrument, Withdrawal
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("instrument_withdraw", args=[instrument.pk])


def test_stine_takes_a_question_of_both_tracks_out_of_use(story: Cast, common: Instrument) -> None:
    stine = client_of(story.stine)
    assert stine.post(address(common), {"code": "retning"}).status_code == 422
    answer = stine.post(address(common), {"code": "retning", "why": "Den kan misforstås"})
    assert answer.status_code == 303
    assert sorted(Withdrawal.objects.values_list("item__edition", "item__code")) == [
        ("job", "retning"),
        ("udd", "retning"),
    ]
    assert "retning" not in [code for code, _ in choices(stine.get(address(common)).content.decode())]
    assert "gået ud" in text_of(stine, reverse("instrument_version", args=[common.pk, 2]))


def choices(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<option value="([^"]+)">([^<]+)', html)


def test_where_nothing_is_in_use_there_is_nothing_to_take_out(story: Cast, local: Instrument) -> None:
    assert "Der er ikke noget i brug" in text_of(client_of(story.lis), address(local))


def test_lis_takes_nothing_out_of_the_common_core(story: Cast, common: Instrument) -> None:
    for person in (story.lis, story.eva, story.bo):
        said = {"code": "retning", "why": "x"}
        assert client_of(person).post(address(common), said).status_code == 404
    assert not Withdrawal.objects.exists()
