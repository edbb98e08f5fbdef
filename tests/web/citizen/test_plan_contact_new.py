"""En mere, jeg kan ringe til: Amina writes her neighbour on the list."""

from django.urls import reverse

from bordenden.plans.models import PlanContact
from tests.cast import Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of

SENT = {"role": "other", "name": "Gerda, min nabo", "phone": "20 00 00 31", "hours": "efter 16"}


def url(story: Cast) -> str:
    return reverse("plan_contact_new", args=[plan_of(story).pk])


def test_she_writes_somebody_once_however_often_it_is_sent(story: Cast) -> None:
    amina = client_of(story.amina)
    sent = {**form_of(amina.get(url(story))), **SENT}
    assert [amina.post(url(story), sent).status_code for _click in range(2)] == [303, 303]
    made = PlanContact.objects.get(name="Gerda, min nabo")
    assert (made.role, made.phone, made.hours, made.table) == ("other", "20 00 00 31", "efter 16", story.aminas_table)


def test_what_is_refused_stays_in_the_fields(story: Cast) -> None:
    amina = client_of(story.amina)
    answer = amina.post(url(story), {**form_of(amina.get(url(story))), **SENT, "phone": "12"})
    assert (answer.status_code, "mindst otte cifre" in words_of(answer)) == (422, True)
    assert form_of(answer)["name"] == "Gerda, min nabo"
    assert amina.post(url(story), {**SENT, "role": "mentor"}).status_code == 422
    assert PlanContact.objects.filter(name="Gerda, min nabo").count() == 0


def test_nobody_else_writes_here(story: Cast) -> None:
    refused(story, url(story), SENT, "bo")
    assert PlanContact.objects.filter(name="Gerda, min nabo").count() == 0
