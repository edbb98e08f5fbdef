"""Ret ved at tilføje: what was written stays, what is right stands beside it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import chain_of
from bordenden.contactlog.words import Channel, Direction, Outcome, Place, Topic, Urgency
from bordenden.drafts.models import Draft
from tests.cast import MONDAY, Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.staff.cases import STRANGERS, body, fill, noted

RIGHT = {
    "citizen_view": "",
    "channel": "phone",
    "direction": "in",
    "summary": "Amina ringede om toget.",
    "minutes": "20",
}


@pytest.fixture
def entry(cast: Cast) -> Entry:
    """What Bo wrote first."""
    return noted(cast, summary="Amina ringede om bussen.", citizen_view="Jeg tager bussen.", place=Place.OUTDOORS)


def url(entry: Entry) -> str:
    """The form beside it."""
    return reverse("contact_correct", args=[entry.pk])


def test_bo_adds_what_is_right_and_what_he_wrote_first_stays(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    answer = bo.post(url(entry), fill(bo, url(entry), **RIGHT))
    assert (answer.status_code, answer["Location"]) == (303, reverse("case_contacts", args=[cast.aminas_table.pk]))
    first, second = chain_of(entry=entry)
    assert (first.summary, first.minutes, first.place) == ("Amina ringede om bussen.", 10, Place.OUTDOORS)
    assert (second.summary, second.minutes, second.version) == ("Amina ringede om toget.", 20, 2)
    assert second.happened_at == first.happened_at


def test_the_form_begins_with_what_stands_now(cast: Cast, entry: Entry) -> None:
    page = body(client_of(cast.bo).get(url(entry)))
    assert "Det står der nu" in page
    form = page[page.index('<form class="form"') :]
    assert "Amina ringede om bussen.</textarea>" in form
    assert "Jeg tager bussen.</textarea>" in form
    assert 'value="2026-03-02T10:00"' in form
    assert '<option value="outdoors" selected>' in form


@pytest.mark.parametrize("name", STRANGERS)
def test_only_her_coordinator_corrects(cast: Cast, entry: Entry, name: str) -> None:
    sent = fill(client_of(cast.bo), url(entry), **RIGHT)
    other = client_of(getattr(cast, name))
    draft = reverse("contact_correct_draft", args=[entry.pk])
    assert [other.get(url(entry)).status_code, other.post(url(entry), sent).status_code] == [404, 404]
    assert other.post(draft, sent).status_code == 404
    assert len(chain_of(entry=entry)) == 1


def test_a_blank_line_is_refused_and_the_rest_stays(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    answer = bo.post(url(entry), fill(bo, url(entry), **{**RIGHT, "summary": "", "citizen_view": "Nej, toget."}))
    assert answer.status_code == 422
    assert "Nej, toget.</textarea>" in body(answer)
    assert len(chain_of(entry=entry)) == 1


def test_two_windows_show_both_texts_and_the_second_try_is_added(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    early = fill(
        bo,
        url(entry),
        **RIGHT,
    )
    bo.post(url(entry), fill(bo, url(entry), **{**RIGHT, "summary": "Amina ringede om cyklen."}))
    stale = bo.post(url(entry), early)
    assert stale.status_code == 422
    both = body(stale)[body(stale).index('class="stale"') :]
    assert ("Amina ringede om toget." in both, "Amina ringede om cyklen." in both) == (True, True)
    again = bo.post(url(entry), {**early, **hidden(stale)})
    assert again.status_code == 303
    assert [row.summary for row in chain_of(entry=entry)] == [
        "Amina ringede om bussen.",
        "Amina ringede om cyklen.",
        "Amina ringede om toget.",
    ]


def test_a_double_click_is_one_correction(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    sent = fill(bo, url(entry), **RIGHT)
    assert [bo.post(url(entry), sent).status_code for _click in range(2)] == [303, 303]
    assert len(chain_of(entry=entry)) == 2


def test_a_correction_is_corrected_at_the_entry_it_belongs_to(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    bo.post(url(entry), fill(bo, url(entry), **RIGHT))
    second = Entry.objects.get(version=2)
    bo.post(url(second), fill(bo, url(second), **{**RIGHT, "outcome": "no_answer", "minutes": "0"}))
    third = Entry.objects.get(version=3)
    assert (third.corrects, third.outcome) == (entry, Outcome.NO_ANSWER)


def test_a_draft_of_a_correction_is_offered_at_that_entry_alone(cast: Cast, entry: Entry) -> None:
    bo = client_of(cast.bo)
    other = noted(cast, summary="Noget andet.")
    bo.post(reverse("contact_correct_draft", args=[entry.pk]), fill(bo, url(entry), **RIGHT))
    assert "“Amina ringede om toget.”" in body(bo.get(url(entry)))
    assert "toget" not in body(bo.get(url(other)))
    bo.post(url(entry), fill(bo, f"{url(entry)}?kladde={entry.pk}", **RIGHT))
    assert Draft.objects.get().content == ""


def test_the_form_begins_with_topics_urgency_and_answer_as_they_stand_and_says_them_again(cast: Cast) -> None:
    asked = noted(cast, channel=Channel.TEXT, direction=Direction.IN, at=MONDAY - timedelta(days=1))
    entry = noted(cast, topics=[Topic.WORK, Topic.MONEY], urgency=Urgency.AT_RISK, replies_to=asked)
    bo = client_of(cast.bo)
    page = body(bo.get(url(entry)))
    assert re.findall(r'name="topics"[^>]*value="(\w+)"[^>]* checked', page) == ["work", "money"]
    assert re.findall(r'<option value="([^"]+)" selected>', page)[:2] == [str(asked.pk), "at_risk"]
    told = {**RIGHT, "topics": ["money"], "urgency": "", "replies_to": str(asked.pk)}
    bo.post(url(entry), {**fill(bo, url(entry)), **told})
    right = chain_of(entry=entry)[-1]
    assert (right.about, right.urgency, right.replies_to) == ((Topic.MONEY,), Urgency.NONE, asked)


def test_a_contact_from_her_is_not_offered_as_its_own_answer(cast: Cast) -> None:
    entry = noted(cast, channel=Channel.TEXT, direction=Direction.IN)
    assert str(entry.pk) not in re.findall(r'<option value="([^"]+)"', body(client_of(cast.bo).get(url(entry))))
