"""Skriv ved siden af: Bo's words stand beside hers and never change them."""

import pytest
from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.plans.models import Comment, Plan, Statement
from bordenden.plans.queries import plan_of
from bordenden.plans.words import StatementKind
from tests.cast import Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.staff.cases import STRANGERS, body, fill

WORDS = "Vi kan spørge, om mødet kan ligge senere."


@pytest.fixture
def plan(story: Cast) -> Plan:
    """Amina's plan."""
    found = plan_of(table=story.aminas_table)
    assert found is not None
    return found


def url(plan: Plan, kind: str = "problem") -> str:
    """The form beside one kind of her words."""
    return reverse("comment_new", args=[plan.pk, kind])


def test_bo_writes_beside_her_words_and_hers_are_untouched(story: Cast, plan: Plan) -> None:
    bo, hers = client_of(story.bo), list(Statement.objects.order_by("pk").values())
    answer = bo.post(url(plan), fill(bo, url(plan), words=WORDS))
    assert (answer.status_code, answer["Location"]) == (303, reverse("case_plan", args=[plan.pk]))
    comment = Comment.objects.get(words=WORDS)
    assert (comment.kind, comment.written_by, comment.plan) == (StatementKind.PROBLEM, story.bo, plan)
    assert list(Statement.objects.order_by("pk").values()) == hers
    assert WORDS in body(bo.get(reverse("case_plan", args=[plan.pk])))


def test_her_words_stand_above_the_form(story: Cast, plan: Plan) -> None:
    said = Statement.objects.filter(plan=plan, kind="problem").order_by("-version").first()
    assert said is not None
    page = body(client_of(story.bo).get(url(plan)))
    assert page.index(said.words) < page.index("Dit svar")


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_without_the_right_writes_beside_them(story: Cast, plan: Plan, name: str) -> None:
    sent = fill(client_of(story.bo), url(plan), words=WORDS)
    other, draft = client_of(getattr(story, name)), reverse("comment_new_draft", args=[plan.pk, "problem"])
    assert [other.get(url(plan)).status_code, other.post(url(plan), sent).status_code] == [404, 404]
    assert other.post(draft, sent).status_code == 404
    assert not Comment.objects.filter(words=WORDS).exists()


def test_a_kind_of_words_that_does_not_exist_is_404(story: Cast, plan: Plan) -> None:
    assert client_of(story.bo).get(url(plan, "findes-ikke")).status_code == 404


def test_what_bo_began_beside_her_dream_is_not_offered_beside_what_is_hard(story: Cast, plan: Plan) -> None:
    """Said beside the wrong words of hers it would mean something else."""
    bo, dream = client_of(story.bo), url(plan, "dream")
    sent = fill(bo, dream, words=WORDS)
    assert bo.post(reverse("comment_new_draft", args=[plan.pk, "dream"]), sent).status_code == 204
    assert WORDS[:20] in body(bo.get(dream))
    assert WORDS[:20] not in body(bo.get(url(plan, "problem")))


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_nothing_or_too_much_is_refused(story: Cast, plan: Plan, words: str) -> None:
    bo, before = client_of(story.bo), Comment.objects.count()
    answer = bo.post(url(plan), fill(bo, url(plan), words=words))
    assert (answer.status_code, Comment.objects.count()) == (422, before)
    assert words.strip() in body(answer)


def test_a_double_click_is_one_comment_and_other_words_are_not_lost(story: Cast, plan: Plan) -> None:
    bo = client_of(story.bo)
    sent = fill(bo, url(plan), words=WORDS)
    assert [bo.post(url(plan), sent).status_code for _click in range(2)] == [303, 303]
    other = bo.post(url(plan), {**sent, "words": "Eller om fredagen."})
    assert other.status_code == 422
    assert "Eller om fredagen.</textarea>" in body(other)
    bo.post(url(plan), {**sent, **hidden(other), "words": "Eller om fredagen."})
    assert Comment.objects.filter(written_by=story.bo, words__in=[WORDS, "Eller om fredagen."]).count() == 2


def test_a_draft_is_kept_offered_and_forgotten_when_it_is_sent(story: Cast, plan: Plan) -> None:
    bo, draft = client_of(story.bo), reverse("comment_new_draft", args=[plan.pk, "problem"])
    sent = fill(bo, url(plan), words=WORDS)
    assert bo.post(draft, sent).status_code == 204
    assert f"“{WORDS}”" in body(bo.get(url(plan)))
    bo.post(url(plan), sent)
    assert "kladde fra" not in body(bo.get(url(plan)))
    assert Draft.objects.get().content == ""
