"""Mine ord: written by her alone, never lost, never written over."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.plans import actions
from bordenden.plans.models import Statement
from bordenden.plans.words import SPOKEN, StatementKind
from bordenden.worlds.cast.plans import WORDS
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, all_she_wrote, let_in, things_of
from tests.web.reading import form_of, words_of

PROBLEM = StatementKind.PROBLEM


def url_of(story: Cast, kind: str = "problem") -> str:
    return reverse("words", args=[things_of(story).plan.pk, kind])


def now_she_says(story: Cast, kind: str = "problem") -> str:
    return Statement.objects.filter(table=story.aminas_table, kind=kind).order_by("-version")[0].words


@pytest.mark.requirement("R1", "R81")
@pytest.mark.parametrize("kind", SPOKEN)
def test_amina_writes_dream_problem_and_solution_in_her_own_words(story: Cast, kind: str) -> None:
    amina, url = client_of(story.amina), url_of(story, kind)
    answer = amina.post(url, {**form_of(amina.get(url)), "words": "Sådan siger jeg det nu."})
    assert (answer.status_code, answer["Location"]) == (303, reverse("plan", args=[things_of(story).plan.pk]))
    newest = Statement.objects.filter(table=story.aminas_table, kind=kind).order_by("-version")[0]
    before = 1 if kind in WORDS else 0
    assert (newest.words, newest.version, newest.written_by) == ("Sådan siger jeg det nu.", before + 1, story.amina)
    assert Entry.objects.filter(act="statement.write", thing=newest.pk, actor=story.amina.pk).count() == 1


@pytest.mark.requirement("R1")
@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_can_open_or_send_her_form_and_her_words_stand(story: Cast, name: str) -> None:
    let_in(story)
    before, other = all_she_wrote(story), client_of(getattr(story, name))
    answers = [other.get(url_of(story)), other.post(url_of(story), {"words": "Hun overdriver.", "version": "1"})]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert all_she_wrote(story) == before


@pytest.mark.requirement("R1")
def test_what_bo_writes_stands_beside_her_words_with_his_name(story: Cast) -> None:
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "Bo Lund skrev den 5. februar 2026 Tak, fordi du skriver det." in said


def test_what_she_said_before_is_kept_and_can_be_read(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    assert "Det har jeg skrevet før" not in words_of(amina.get(url))
    amina.post(url, {**form_of(amina.get(url)), "words": "Jeg sover bedre nu."})
    page = amina.get(url)
    assert (form_of(page)["words"], form_of(page)["version"]) == ("Jeg sover bedre nu.", "2")
    assert "Det har jeg skrevet før" in words_of(page)
    assert "nervøs, når der kommer et brev" in words_of(page)


def test_two_tabs_show_both_texts_side_by_side_and_nothing_is_lost(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    first, second = form_of(amina.get(url)), form_of(amina.get(url))
    amina.post(url, {**first, "words": "Fra telefonen"})
    refused = amina.post(url, {**second, "words": "Fra computeren"})
    said = words_of(refused)
    assert refused.status_code == 422
    assert "Intet er gået tabt." in said
    assert said.index("Din tekst") < said.index("Fra computeren") < said.index("Den gemte tekst")
    assert said.index("Den gemte tekst") < said.index("Fra telefonen")
    assert now_she_says(story) == "Fra telefonen"
    again = form_of(refused)
    assert again["words"] == "Fra computeren"
    assert amina.post(url, {**again, "words": "Fra begge"}).status_code == 303
    assert now_she_says(story) == "Fra begge"


def test_sent_twice_it_is_said_once(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sent = {**form_of(amina.get(url)), "words": "Kun én gang"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    assert Statement.objects.filter(words="Kun én gang").count() == 1


def test_the_back_button_and_a_new_text_is_met_with_both_texts(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    old_page = form_of(amina.get(url))
    amina.post(url, {**old_page, "words": "Først"})
    refused = amina.post(url, {**old_page, "words": "Så gik jeg tilbage"})
    assert (refused.status_code, now_she_says(story)) == (422, "Først")
    assert amina.post(url, form_of(refused)).status_code == 303
    assert now_she_says(story) == "Så gik jeg tilbage"


def test_a_text_that_is_too_long_is_refused_kept_and_the_summary_takes_focus(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    long = "Jeg har meget at sige. " * 200
    refused = amina.post(url, {**form_of(amina.get(url)), "words": long})
    assert (refused.status_code, form_of(refused)["words"].strip()) == (422, long.strip())
    assert 'id="summary" tabindex="-1" autofocus' in refused.content.decode()
    assert "Skriv lidt kortere. Der er plads til 4000 tegn" in words_of(refused)


def test_nothing_written_where_nothing_stood_is_met_with_what_to_do(story: Cast) -> None:
    karim = client_of(story.karim)
    url = reverse("words", args=[actions.begin(table=story.karims_table, by=story.ole, at=story.at).pk, "dream"])
    refused = karim.post(url, {**form_of(karim.get(url)), "words": "  "})
    assert (refused.status_code, "Skriv et par ord først." in words_of(refused)) == (422, True)


def test_she_may_take_her_words_back(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    assert amina.post(url, {**form_of(amina.get(url)), "words": ""}).status_code == 303
    assert (now_she_says(story), Statement.objects.filter(kind=PROBLEM).count()) == ("", 2)


def test_a_page_without_its_version_is_refused_and_the_text_is_kept(story: Cast) -> None:
    refused = client_of(story.amina).post(url_of(story), {"words": "Fra en gammel side", "version": "vrøvl"})
    assert (refused.status_code, form_of(refused)["words"]) == (422, "Fra en gammel side")


@pytest.mark.parametrize("kind", ["", "goal", "dreams"])
def test_a_kind_of_words_that_does_not_exist_is_404(story: Cast, kind: str) -> None:
    url = url_of(story).replace("/problem/", f"/{kind}/")
    assert client_of(story.amina).get(url).status_code == 404


def test_what_she_types_is_kept_and_offered_for_these_very_words_alone(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    typed = {**form_of(amina.get(url)), "words": "Jeg er midt i en sætning"}
    assert amina.post(f"{url}kladde/", typed).status_code == 204
    page = amina.get(url)
    assert "“Jeg er midt i en sætning”" in words_of(page)
    assert "Jeg er midt i" not in words_of(amina.get(url_of(story, "dream")))
    chosen = amina.get(url, {"kladde": str(things_of(story).plan.pk)})
    assert form_of(chosen)["words"] == "Jeg er midt i en sætning"
    assert amina.post(url, form_of(chosen)).status_code == 303
    assert now_she_says(story) == "Jeg er midt i en sætning"
    assert "Du har en kladde" not in words_of(amina.get(url))


def test_a_draft_chosen_after_the_text_was_changed_elsewhere_shows_both(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    amina.post(f"{url}kladde/", {**form_of(amina.get(url)), "words": "Min gamle kladde"})
    elsewhere = amina.post(url, {**form_of(amina.get(url), 1), "words": "Sagt imens", "draft": ""})
    assert (elsewhere.status_code, now_she_says(story)) == (303, "Sagt imens")
    chosen = amina.get(url, {"kladde": str(things_of(story).plan.pk)})
    refused = amina.post(url, form_of(chosen))
    said = words_of(refused)
    assert (refused.status_code, "Min gamle kladde" in said, "Sagt imens" in said) == (422, True, True)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_keeps_or_sees_her_draft(story: Cast, name: str) -> None:
    let_in(story)
    typed = {**form_of(client_of(story.amina).get(url_of(story))), "words": "Ikke til Bo"}
    assert client_of(getattr(story, name)).post(f"{url_of(story)}kladde/", typed).status_code == 404
