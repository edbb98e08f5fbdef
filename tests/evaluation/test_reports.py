"""The exact figures of a project, and the caveat on every one of them."""

from datetime import date
from fractions import Fraction

import pytest

from bordenden.evaluation.published import figures_of
from bordenden.evaluation.reports import exits_of_project, participants_by_project, percent
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.crowd import noon
from tests.cast import Cast

AFTERWARDS = noon(date(2016, 10, 3))
SLIDE = {
    "left_by_choice": 6,
    "flexjob": 2,
    "moved_municipality": 3,
    "imprisonment": 1,
    "ordinary_education": 2,
    "ordinary_job": 6,
    "rehabilitation": 1,
    "discharged_by_caseworker": 5,
}


def test_the_slides_table_comes_out_as_it_stands_there(jobcenter: Aalborg) -> None:
    """In its order, with its total, and the shares that follow from it."""
    report = exits_of_project(project=jobcenter.project, at=AFTERWARDS)
    assert [(line.reason, line.people) for line in report.lines] == list(SLIDE.items())
    assert (report.participants, report.total, report.share_of_participants) == (200, 26, "13,0 %")
    shares = {line.reason: line.share for line in report.lines}
    assert (shares["ordinary_job"], shares["ordinary_education"]) == ("23,1 %", "7,7 %")


def test_what_has_not_happened_yet_is_not_counted(jobcenter: Aalborg) -> None:
    """The day before the programme nobody had begun, and nobody had left."""
    report = exits_of_project(project=jobcenter.project, at=noon(date(2014, 9, 30)))
    assert (report.participants, report.total, report.share_of_participants) == (0, 0, "")
    assert [line.share for line in report.lines] == [""] * 8


@pytest.mark.requirement("R66")
def test_every_analysis_says_that_no_effect_was_measured(jobcenter: Aalborg) -> None:
    """The exact exits, the participants and each published table carry the caveat."""
    caveats = [
        exits_of_project(project=jobcenter.project, at=AFTERWARDS).caveat,
        participants_by_project(programme=jobcenter.programme, at=AFTERWARDS).caveat,
        *(figures.caveat for figures in figures_of(release=jobcenter.release)),
    ]
    assert [caveat.partition(":")[0] for caveat in caveats] == ["Ingen effektmåling"] * 3


def test_participants_are_counted_for_each_project_those_without_any_too(cast: Cast) -> None:
    """Bakkeby before Fjordby, as Danes sort."""
    report = participants_by_project(programme=cast.programme, at=cast.at)
    assert [(line.project, line.participants) for line in report.lines] == [(cast.neighbours, 0), (cast.project, 3)]
    assert report.total == 3


def test_a_share_is_written_with_one_decimal() -> None:
    """And nothing stands where there is nobody to be a share of."""
    assert [percent(Fraction(26, 200)), percent(Fraction(1)), percent(None)] == ["13,0 %", "100,0 %", ""]
