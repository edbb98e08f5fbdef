"""Den samme sagsbehandler: Lis reads how long they are kept, how many there were, and each change with its reason."""

import pytest
from django.urls import reverse

from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason
from bordenden.people import actions as people
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.web.threshold import opens as threshold
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.insight.staying import NEVER
from tests.web.pages import queries_of, words_in


def url(cast: Cast) -> str:
    return reverse("continuity", args=[cast.project.pk])


@pytest.fixture(autouse=True)
def on_that_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cast stands at MONDAY; Bo came thirty days before it, and everything began 190 days before."""
    monkeypatch.setattr(threshold, "now", lambda: MONDAY)


@pytest.mark.requirement("R18")
def test_staffing_history_every_change_with_its_reason_and_continuity(cast: Cast) -> None:
    """Three began and there are four; Birthe → Bo is the one change; no change is made without a reason."""
    vera = people.register(municipality=cast.fjordby, given_name="Vera", made_up=True)
    programmes.give_office(person=vera, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    with pytest.raises(TypeError, match="because"):
        pathways.change_coordinator(table=cast.aminas_table, to=cast.ole, by=cast.lis, at=MONDAY)  # type: ignore[call-arg]
    html = client_of(cast.lis).get(url(cast)).content.decode()
    said = words_in(html)
    # Amina: 160 of 190 days with Birthe; Karim and the Holms: all of theirs with Ole.
    for words in (
        "Forløb, der er begyndt 3",
        "Dage i forløb 570",
        "Dage med den sagsbehandler, borgeren har haft længst 540",
        "Andel 94,7 %",
        "Dage uden sagsbehandler 0",
        "Skift i alt 1",
        "Den første dag, 24. august 2025 3 I dag 4 I alt siden begyndelsen 4",
    ):
        assert words in said
    assert lines_of(html, "table") == {
        "0 skift": ("2",),
        "1 skift": ("1",),
        "F-1": ("Birthe Holst", "24. august 2025", "31. januar 2026", "Bo Lund", "Har fået andet arbejde"),
    }
    assert [name for name in NEVER if name in html] == []


def test_a_change_more_is_a_line_more_and_no_query_more(cast: Cast) -> None:
    lis = client_of(cast.lis)
    before = queries_of(lis, url(cast))
    for table in (cast.karims_table, cast.holms_table):
        pathways.change_coordinator(
            table=table, to=cast.birthe, because=LeavingReason.TOO_MANY, by=cast.lis, at=MONDAY
        )
    assert (queries_of(lis, url(cast)), before <= 12) == (before, True)
    assert lines_of(lis.get(url(cast)).content.decode(), "table")["F-2"] == (
        "Ole Brandt",
        "24. august 2025",
        "2. marts 2026",
        "Birthe Holst",
        "Har for mange borgere",
    )


def test_nobody_else_reads_it(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
    with pytest.raises(NotPossible):
        pathways.change_coordinator(
            table=cast.aminas_table, to=cast.bo, because=LeavingReason.OTHER, by=cast.lis, at=MONDAY
        )
