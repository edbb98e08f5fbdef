"""Sådan printer vi planer: Lis lays it out, sees a made-up plan by it, and nobody else does."""

from typing import Any

import pytest
from django.urls import reverse

from bordenden.plans.models import PlanLayout
from bordenden.plans.queries import layout_of
from tests.cast import Cast, client_of
from tests.web.pages import text_of
from tests.web.reading import form_of, words_of


def url(cast: Cast) -> str:
    return reverse("plan_layout", args=[cast.project.pk])


def sent(cast: Cast, **changed: str) -> dict[str, Any]:
    return {**form_of(client_of(cast.lis).get(url(cast))), **changed}


@pytest.mark.requirement("R67", "R156")
def test_lis_puts_whom_to_call_first_under_a_heading_of_fjordbys_own(cast: Cast) -> None:
    typed = sent(cast, contacts_place="1", words_place="", contacts_heading="Ring bare", intro="Velkommen.")
    lis = client_of(cast.lis)
    shown = lis.post(url(cast), {**typed, "see": "1"})
    assert (shown.status_code, PlanLayout.objects.count()) == (200, 0)
    said = words_of(shown)
    assert "Det her er en opdigtet plan." in said
    assert said.index("Velkommen.") < said.rindex("Ring bare") < said.rindex("Mine mål")
    assert [lis.post(url(cast), typed).status_code for _twice in range(2)] == [303, 303]
    layout = layout_of(municipality=cast.fjordby)
    assert (layout.version, layout.intro) == (1, "Velkommen.")
    assert [one.title for one in layout.parts][:2] == ["Ring bare", "Mine mål"]
    assert "I bruger jeres egen form." in text_of(lis, url(cast))


def test_what_must_be_there_and_what_another_saved_is_said(cast: Cast) -> None:
    lis, old = client_of(cast.lis), sent(cast)
    answer = lis.post(url(cast), {**old, "goals_place": "", "intro": "Mit"})
    assert (answer.status_code, "Denne del skal altid være med." in words_of(answer)) == (422, True)
    assert form_of(answer)["intro"] == "Mit"
    lis.post(url(cast), {**old, "intro": "Det nye"})
    stale = lis.post(url(cast), {**old, "intro": "Mit"})
    assert (stale.status_code, "Det nye" in words_of(stale), "Mit" in words_of(stale)) == (422, True, True)


def test_nobody_else_lays_it_out(cast: Cast) -> None:
    for name in ("amina", "bo", "mie", "niels", "eva", "stine"):
        other = client_of(getattr(cast, name))
        assert (name, other.get(url(cast)).status_code, other.post(url(cast), {}).status_code) == (name, 404, 404)
