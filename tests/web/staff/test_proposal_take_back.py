"""Bo takes back what he proposed, while she has not answered."""

from django.urls import reverse

from bordenden.plans.models import Proposal
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of


def test_bo_takes_it_back_and_then_it_is_closed(story: Cast) -> None:
    proposal = Proposal.objects.get(table=story.aminas_table, answer="")
    bo, url = client_of(story.bo), reverse("proposal_take_back", args=[proposal.pk])
    assert client_of(story.ole).post(url, {}).status_code == 404
    assert bo.post(url, form_of(bo.get(url))).status_code == 303
    assert "Forslaget er taget tilbage." in words_of(bo.get(url))
    amina = client_of(story.amina)
    answer = reverse("proposal", args=[proposal.pk])
    assert "Bo har taget forslaget tilbage." in words_of(amina.get(answer))
    assert amina.post(answer, {"answer": "accepted"}).status_code == 422
