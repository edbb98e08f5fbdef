"""Bo skrev for dig: yes, put right, or not her words; until then it counts nowhere."""

from django.urls import reverse

from bordenden.plans.models import Penned, Statement
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import things_of
from tests.web.reading import form_of, words_of

WORDS = "Jeg ønsker mig en hverdag, hvor jeg ved, hvad der skal ske."


def url_of(story: Cast) -> str:
    return reverse("penned", args=[Penned.objects.get(words=WORDS).pk])


def wishes(story: Cast) -> list[str]:
    rows = Statement.objects.filter(plan=things_of(story).plan, kind="wish").order_by("version")
    return list(rows.values_list("words", flat=True))


def test_she_says_yes_and_her_page_names_the_pen(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    page = amina.get(url)
    assert "Bo skrev for dig den 24. februar 2026. Er det rigtigt?" in words_of(page)
    assert wishes(story) == []
    assert amina.post(url, form_of(page)).status_code == 303
    assert wishes(story) == [WORDS]
    assert "Bo holdt pennen" in words_of(amina.get(reverse("plan", args=[things_of(story).plan.pk])))


def test_she_puts_it_right(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sent = {**form_of(amina.get(url), 1), "words": "Jeg ønsker mig en rolig hverdag."}
    assert amina.post(url, sent).status_code == 303
    assert wishes(story) == ["Jeg ønsker mig en rolig hverdag."]


def test_what_are_not_her_words_are_shown_to_nobody_any_more(story: Cast) -> None:
    amina, bo = client_of(story.amina), client_of(story.bo)
    his_page = reverse("case_plan", args=[things_of(story).plan.pk])
    assert "Ikke bekræftet" in words_of(bo.get(his_page))
    assert amina.post(url_of(story), {"right": "no"}).status_code == 303
    assert (wishes(story), WORDS in words_of(bo.get(his_page))) == ([], False)
    late = amina.post(url_of(story), {"words": WORDS, "version": "0"})
    assert (late.status_code, wishes(story)) == (422, [])


def test_bo_who_wrote_it_cannot_say_that_it_is_right(story: Cast) -> None:
    bo = client_of(story.bo)
    assert bo.post(url_of(story), {"words": WORDS, "version": "0"}).status_code == 404
    assert wishes(story) == []
