"""One small step: she says when it is done, and may take that back."""

import pytest
from django.urls import reverse

from bordenden.plans.models import SmallStep, StepMark
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, all_she_wrote, let_in, things_of
from tests.web.reading import form_of, words_of


def url_of(step: SmallStep) -> str:
    return reverse("step", args=[step.pk])


@pytest.mark.requirement("R89")
def test_amina_marks_a_step_done_takes_it_back_and_reads_the_history(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    url = url_of(step)
    assert amina.post(url, {**form_of(amina.get(url)), "reflection": "Det gik godt."}).status_code == 303
    step.refresh_from_db()
    assert (step.done_at is not None, step.reflection) == (True, "Det gik godt.")
    page = amina.get(url)
    assert "Godt gået." in words_of(page)
    assert amina.post(url, {"done": "0"}).status_code == 303
    step.refresh_from_db()
    assert (step.done_at, step.reflection) == (None, "")
    said = words_of(amina.get(url))
    assert said.index("Taget tilbage") < said.index("Gjort") < said.index("Det gik godt.")


def test_she_asks_for_help_with_a_step_at_one_press_and_takes_it_back_at_another(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    assert "Jeg vil gerne have hjælp" in words_of(amina.get(url_of(step)))
    assert amina.post(url_of(step), {"do": "help"}).headers["Location"] == url_of(step)
    step.refresh_from_db()
    assert (step.help_wanted_at is not None, step.done_at) == (True, None)
    assert "Jeg kan godt selv" in words_of(amina.get(url_of(step)))
    amina.post(url_of(step), {"do": "no_help"})
    step.refresh_from_db()
    assert step.help_wanted_at is None
    amina.post(url_of(step), {"done": "1"})
    assert amina.post(url_of(step), {"do": "help"}).status_code == 422


def test_the_reflection_is_hers_to_leave_out(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    assert amina.post(url_of(step), form_of(amina.get(url_of(step)))).status_code == 303
    step.refresh_from_db()
    assert (step.done_at is not None, step.reflection) == (True, "")


def test_pressed_twice_it_is_marked_once(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    sent = {**form_of(amina.get(url_of(step))), "reflection": "Rart"}
    assert [amina.post(url_of(step), sent).status_code for _twice in range(2)] == [303, 303]
    assert StepMark.objects.filter(step=step).count() == 1


def test_two_tabs_with_two_reflections_keep_both(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    page = form_of(amina.get(url_of(step)))
    for reflection in ("Fra telefonen", "Fra computeren"):
        amina.post(url_of(step), {**page, "reflection": reflection})
    said = words_of(amina.get(url_of(step)))
    assert ("Fra telefonen" in said, "Fra computeren" in said) == (True, True)


def test_too_long_a_reflection_is_kept_and_refused(story: Cast) -> None:
    amina, step = client_of(story.amina), things_of(story).todo
    long = "Det gik godt. " * 60
    refused = amina.post(url_of(step), {"done": "1", "reflection": long})
    step.refresh_from_db()
    assert (refused.status_code, form_of(refused)["reflection"].strip(), step.done_at) == (422, long.strip(), None)
    assert "Skriv lidt kortere." in words_of(refused)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_marks_her_steps(story: Cast, name: str) -> None:
    let_in(story)
    before, other, step = all_she_wrote(story), client_of(getattr(story, name)), things_of(story).todo
    answers = [other.get(url_of(step)), other.post(url_of(step), {"done": "1", "reflection": "Godt!"})]
    assert ([answer.status_code for answer in answers], all_she_wrote(story)) == ([404, 404], before)
