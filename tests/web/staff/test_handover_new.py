"""Givet videre: Bo notes the day; what is overdue stands in his waiting list until he does."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.plans.models import Handover
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of
from tests.web.paper import address, drafted, held, refuses
from tests.web.reading import form_of, words_of
from tests.web.talking import stand_at

LATE = MONDAY + timedelta(days=15)


@pytest.mark.requirement("R159")
def test_an_overdue_plan_waits_for_bo_until_he_has_given_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    version, bo = held(cast), client_of(cast.bo)
    stand_at(monkeypatch, LATE)
    there, waiting = address("handover_new", version), reverse("waiting")
    assert "Amina sagde ja til planen 2. marts kl. 10.00 og har ikke fået den på papir." in text_of(bo, waiting)
    sent = {**form_of(bo.get(there)), "on": "2026-03-16", "how": "meeting"}
    assert [bo.post(there, sent).status_code for _twice in range(2)] == [303, 303]
    (given,) = Handover.objects.all()
    assert (given.version, str(given.on), given.handed_by) == (version, "2026-03-16", cast.bo)
    assert "har ikke fået den på papir" not in text_of(bo, waiting)
    assert "Givet, da vi mødtes · 16. marts 2026 · Bo Lund" in text_of(bo, address("case_version", version))


def test_a_day_before_her_yes_is_refused_and_what_was_typed_is_kept(cast: Cast) -> None:
    answer = client_of(cast.bo).post(address("handover_new", held(cast)), {"on": "2026-02-01", "how": "post"})
    assert (answer.status_code, "Vælg en dag" in words_of(answer)) == (422, True)
    assert form_of(answer)["on"] == "2026-02-01"


def test_a_draft_has_no_form_and_nobody_else_gives_it(cast: Cast) -> None:
    there = address("handover_new", drafted(cast))
    assert "Planen er ikke aftalt endnu." in text_of(client_of(cast.bo), there)
    refuses(cast, there, "amina")
