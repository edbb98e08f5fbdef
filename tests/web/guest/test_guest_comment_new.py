"""Skriv ved siden af, for Mie: her words stand beside Amina's under her own name, while the plan is open for her."""

from django.urls import reverse

from bordenden.plans.models import Comment, Plan, Statement
from tests.cast import Cast, client_of
from tests.web.around import refused
from tests.web.citizen.plan_stories import let_in
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of

WORDS = "Vi kan øve os på det sammen."


def url(story: Cast, kind: str = "problem", page: str = "guest_comment_new") -> str:
    return reverse(page, args=[Plan.objects.get(table=story.aminas_table).pk, kind])


def test_mie_writes_beside_her_words_and_hers_are_untouched(story: Cast) -> None:
    refused(story, url(story), {"words": WORDS}, "amina", "bo")
    let_in(story)
    mie, hers = client_of(story.mie), list(Statement.objects.order_by("pk").values())
    plan = reverse("guest_plan", args=[Plan.objects.get(table=story.aminas_table).pk])
    assert url(story) in mie.get(plan).content.decode()
    form = {**form_of(mie.get(url(story))), "words": WORDS}
    assert [mie.post(url(story), form).status_code for _tap in range(2)] == [303, 303]
    assert [one.written_by for one in Comment.objects.filter(words=WORDS)] == [story.mie]
    assert list(Statement.objects.order_by("pk").values()) == hers
    amina = client_of(story.amina)
    assert "Mie Toft skrev den" in text_of(amina, plan.replace("/gaest", ""))
    assert WORDS in text_of(amina, plan.replace("/gaest", ""))
    assert queries_of(mie, url(story)) <= 12


def test_what_is_too_long_stays_and_what_is_typed_is_kept(story: Cast) -> None:
    let_in(story)
    mie, before = client_of(story.mie), Comment.objects.count()
    form = form_of(mie.get(url(story)))
    answer = mie.post(url(story), {**form, "words": "x" * 501})
    assert (answer.status_code, form_of(answer)["words"], Comment.objects.count()) == (422, "x" * 501, before)
    assert mie.post(url(story, page="guest_comment_new_draft"), {**form, "words": WORDS}).status_code == 204
    assert f"“{WORDS}”" in words_of(mie.get(url(story)))
    assert f"“{WORDS}”" not in words_of(mie.get(url(story, "dream")))
    assert mie.get(url(story, "goal")).status_code == 404


def test_a_mentor_comes_by_her_own_door_and_a_guest_reads_only(story: Cast) -> None:
    """Mie at the caseworker's page, Bo and Amina at hers, Sara and a substitute nowhere."""
    let_in(story)
    assert client_of(story.mie).get(url(story, page="comment_new")).status_code == 404
    for person in (story.bo, story.amina, story.sara, story.ole):
        assert client_of(person).get(url(story)).status_code == 404
        assert client_of(person).post(url(story), {"words": WORDS}).status_code == 404
    assert not Comment.objects.filter(words=WORDS).exists()
