"""Sådan holder vi kontakt: Amina says yes, says no, or says it her own way; every version is kept."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.contactlog.words import Channel, Place
from bordenden.plans import actions
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import ContactAgreement, Proposal
from bordenden.plans.words import Rhythm
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of

HER_WAY = {"every": "7", "channel": "meeting", "place": "outdoors", "words": "Jeg taler bedst, når vi går."}


def url(story: Cast) -> str:
    return reverse("contact_form", args=[plan_of(story).pk])


@pytest.fixture
def proposed(story: Cast) -> Proposal:
    """Bo proposes to meet every third week at the jobcentre."""
    form = ContactForm(Rhythm.THREE_WEEKS, Channel.MEETING, Place.JOBCENTRE, "Så ses vi.")
    return actions.propose_contact(plan=plan_of(story), form=form, form_key=uuid4(), by=story.bo, at=MONDAY)


def standing(story: Cast) -> tuple[int, int, str, str]:
    row = ContactAgreement.objects.filter(plan=plan_of(story)).order_by("-version")[0]
    return row.version, row.every_days, row.channel, row.place


@pytest.mark.requirement("R130")
def test_she_says_it_her_own_way_and_the_earlier_one_is_kept(story: Cast) -> None:
    amina = client_of(story.amina)
    assert amina.post(url(story), {**form_of(amina.get(url(story))), **HER_WAY}).status_code == 303
    assert standing(story) == (2, 7, "meeting", "outdoors")
    read = words_of(amina.get(url(story)))
    assert "I mødes ude, for eksempel på gåtur. Hver uge. Jeg taler bedst, når vi går." in read
    assert "I taler i telefon. Hver 14. dag. Ring helst om formiddagen." in read


def test_yes_to_bos_proposal_is_one_press(story: Cast, proposed: Proposal) -> None:
    amina = client_of(story.amina)
    opened = amina.get(url(story))
    assert "Bo foreslår I mødes på jobcentret. Hver 3. uge. Så ses vi." in words_of(opened)
    assert amina.post(url(story), form_of(opened)).status_code == 303
    proposed.refresh_from_db()
    assert (proposed.answer, standing(story)) == ("accepted", (2, 21, "meeting", "jobcentre"))


def test_no_leaves_it_as_it_was(story: Cast, proposed: Proposal) -> None:
    amina = client_of(story.amina)
    assert amina.post(url(story), {"do": "decline"}).status_code == 303
    assert amina.post(url(story), {"do": "decline"}).status_code == 303
    proposed.refresh_from_db()
    assert (proposed.answer, standing(story)) == ("rejected", (1, 14, "phone", ""))


def test_an_old_page_shows_both_and_the_next_try_succeeds(story: Cast) -> None:
    amina = client_of(story.amina)
    old = form_of(amina.get(url(story)))
    amina.post(url(story), {**old, **HER_WAY})
    answer = amina.post(url(story), {**old, "every": "30", "channel": "phone", "words": "Ring."})
    assert (answer.status_code, "Jeg taler bedst, når vi går." in words_of(answer)) == (422, True)
    again = {**form_of(answer), "every": "30", "channel": "phone", "words": "Ring."}
    assert amina.post(url(story), again).status_code == 303
    assert standing(story)[:2] == (3, 30)


def test_nobody_else_decides(story: Cast) -> None:
    refused(story, url(story), HER_WAY, "bo")
    assert standing(story) == (1, 14, "phone", "")
