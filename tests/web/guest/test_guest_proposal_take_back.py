"""Mie takes back her own proposal; Bo's is not hers."""

from uuid import uuid4

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.plans import actions
from bordenden.plans.models import Proposal
from bordenden.plans.words import DecisionAbout
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import let_in, things_of
from tests.web.reading import form_of


def test_mie_takes_back_her_own_and_not_bos(story: Cast) -> None:
    let_in(story)
    bos = Proposal.objects.get(table=story.aminas_table, answer="")
    plan = things_of(story).plan
    mies = actions.propose(
        plan=plan, about=DecisionAbout.GOAL, words="Svømme", form_key=uuid4(), by=story.mie, at=now()
    )
    mie = client_of(story.mie)
    own, other = (reverse("guest_proposal_take_back", args=[row.pk]) for row in (mies, bos))
    assert mie.post(own, form_of(mie.get(own))).status_code == 303
    assert [mie.get(other).status_code, mie.post(other, {"form_key": str(uuid4())}).status_code] == [404, 404]
    mies.refresh_from_db()
    bos.refresh_from_db()
    assert (mies.taken_back_at is not None, bos.taken_back_at) == (True, None)
