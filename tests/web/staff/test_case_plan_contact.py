"""En på listen: Bo writes a department for Amina; nobody else does."""

from django.urls import reverse

from bordenden.plans.models import PlanContact
from tests.cast import Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of

SENT = {"role": "department", "name": "Borgerservice", "phone": "20 00 00 41", "hours": "man–fre 10–14"}


def url(story: Cast) -> str:
    return reverse("case_plan_contact", args=[plan_of(story).pk])


def test_bo_writes_one_and_amina_reads_it(story: Cast) -> None:
    bo = client_of(story.bo)
    assert bo.post(url(story), {**form_of(bo.get(url(story))), **SENT}).status_code == 303
    hers = client_of(story.amina).get(reverse("around", args=[plan_of(story).pk]))
    assert "Borgerservice Afdeling i kommunen 20 00 00 41 (man–fre 10–14)" in words_of(hers)


def test_nothing_is_nobody_and_nobody_else_writes(story: Cast) -> None:
    before = PlanContact.objects.count()
    answer = client_of(story.bo).post(url(story), {})
    assert (answer.status_code, "Skriv, hvem det er." in words_of(answer)) == (422, True)
    refused(story, url(story), SENT, "amina")
    assert PlanContact.objects.count() == before
