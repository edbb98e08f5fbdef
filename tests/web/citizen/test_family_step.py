"""A common step is marked done by anybody of the family, and that may be taken back."""

from django.urls import reverse

from bordenden.families.models import Undertaking
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import on_the_monday, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_freja_says_it_is_done_and_jens_takes_it_back(story: Cast) -> None:
    line = Undertaking.objects.get(step__isnull=False)
    url = reverse("family_step", args=[line.pk])
    assert "Hvem: Anton" in text_of(client_of(story.lone), url)
    done = {"done": "1", "reflection": "Det gik let."}
    assert client_of(person_of("Freja")).post(url, done).status_code == 303
    assert "Det gik let." in text_of(client_of(story.lone), url)
    assert client_of(story.jens).post(url, {"done": "0"}).status_code == 303
    line.refresh_from_db()
    assert line.step is not None
    assert (line.step.done_at, line.step.marks.count()) == (None, 2)
    assert client_of(story.ole).get(url).status_code == 404
    goal = Undertaking.objects.get(goal__isnull=False)
    assert client_of(story.lone).get(reverse("family_step", args=[goal.pk])).status_code == 404
