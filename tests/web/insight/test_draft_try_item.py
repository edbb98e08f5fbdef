"""One question of a test run: tried, then said whether it was clear."""

from django.urls import reverse

from bordenden.assessments.models import Answer, Instrument, TestRemark
from tests.cast import Cast, client_of
from tests.web.pages import words_in


def address(instrument: Instrument, number: int) -> str:
    return reverse("draft_try_item", args=[instrument.pk, number])


def test_an_answer_is_not_kept_and_what_is_said_leads_on(story: Cast, local: Instrument) -> None:
    lis, before = client_of(story.lis), Answer.objects.count()
    answer = lis.post(address(local, 1), {"answer": "7"})
    assert (answer.status_code, Answer.objects.count()) == (200, before)
    read = words_in(answer.content.decode())
    assert "Dit svar bliver ikke gemt. Var spørgsmålet til at forstå?" in read
    assert "Skal jeg tænke på bussen eller på benene?" in read
    said = {"clear": "no", "words": "Hvor til?"}
    assert lis.post(address(local, 1), said)["Location"] == address(local, 2)
    assert lis.post(address(local, 2), {"clear": "yes"})["Location"] == reverse("draft_try", args=[local.pk])
    assert sorted(TestRemark.objects.values_list("code", "clear", "words")) == [
        ("901-at-komme-omkring", False, "Hvor til?"),
        ("901-steder-i-fjordby", True, ""),
    ]


def test_yes_or_no_has_to_be_said(story: Cast, local: Instrument) -> None:
    answer = client_of(story.lis).post(address(local, 1), {"words": "?"})
    assert answer.status_code == 422
    assert "Vælg ja eller nej." in words_in(answer.content.decode())


def test_who_has_not_begun_is_not_let_in(story: Cast, drafted: Instrument, local: Instrument) -> None:
    assert client_of(story.niels).get(address(drafted, 1)).status_code == 404
    assert client_of(story.lis).get(address(local, 3)).status_code == 404
