"""På egne ben: Lis reads the exits to job and education exactly, and the citizens' own doings from five citizens up."""

from fractions import Fraction
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.evaluation.self_support import OwnLine, own_line
from bordenden.pathways import actions as pathways
from bordenden.plans import actions as plans
from bordenden.plans.words import StepOwner
from bordenden.worlds.aalborg import Aalborg
from tests.cast import MONDAY, Cast, client_of
from tests.offers.made import BEGUN, tables_of
from tests.web.insight.reading import lines_of
from tests.web.pages import text_of

WITHHELD = "ikke vist – for at beskytte enkeltpersoner"


def url(cast: Cast | Aalborg) -> str:
    """Lis' project."""
    return reverse("self_support", args=[cast.project.pk])


def plans_of(cast: Cast, number: int) -> None:
    """So many citizens of the project with one goal of their own, one own step that is done, and one of the mentor's."""
    for head, table in tables_of(cast, number):
        reference, day = f"T-{str(table.pk)[:8]}", BEGUN.date()
        pathways.enrol(table=table, project=cast.project, reference=reference, referred_on=day, by=cast.ole, at=BEGUN)
        plan = plans.begin(table=table, by=cast.ole, at=BEGUN)
        plans.set_goal(plan=plan, words="At sove bedre", form_key=uuid4(), by=head, at=MONDAY)
        for owner in (StepOwner.CITIZEN, StepOwner.MENTOR):
            step = plans.set_step(plan=plan, words="Ringe", form_key=uuid4(), owner=owner, by=head, at=MONDAY)
            if owner == StepOwner.CITIZEN:
                plans.mark_step(step=step, done=True, by=head, at=MONDAY)


@pytest.mark.requirement("R85")
@pytest.mark.requirement("R99")
def test_ten_of_26_left_for_a_job_an_education_or_a_flexjob(jobcenter: Aalborg) -> None:
    html = client_of(jobcenter.lis).get(url(jobcenter)).content.decode()
    found = {label: cells for label, cells in lines_of(html, "table").items() if label[0] in "OFI"}
    assert found == {
        "Ordinært job": ("6", "23,1 %"),
        "Ordinær uddannelse": ("2", "7,7 %"),
        "Fleksjob": ("2", "7,7 %"),
        "I alt til job og uddannelse": ("10", "38,5 %"),
        "Førtidspension": ("0", "0,0 %"),
    }
    assert lines_of(html, "table")["Ressourceforløb"] == ("0", "0,0 %")
    assert "Ingen effektmåling" in html
    assert "De siger ikke, om jobbet eller uddannelsen holdt." in html


@pytest.mark.requirement("R85")
def test_what_citizens_do_themselves_is_counted_from_five_of_them_and_not_from_four(cast: Cast) -> None:
    lis = client_of(cast.lis)
    plans_of(cast, 4)
    assert lines_of(lis.get(url(cast)).content.decode(), "table") == {}
    assert f"{WITHHELD.capitalize()}." in text_of(lis, url(cast))
    labels = (
        "Mål, borgerne selv kom med",
        "Beslutninger, borgerne selv tog",
        "Små skridt, borgerne selv tager",
        "Borgernes egne skridt, der er gjort",
    )
    plans_of(cast, 1)
    five = lines_of(lis.get(url(cast)).content.decode(), "table")
    counts = (("5", "5"), ("5", "5"), ("5", "10"), ("5", "5"))
    assert five == {label: (*pair, WITHHELD) for label, pair in zip(labels, counts, strict=True)}
    assert "Borger 0" not in text_of(lis, url(cast))


@pytest.mark.parametrize(
    ("each", "line"),
    [
        ([(9, 9)] * 4, OwnLine(None, None, None)),
        ([(1, 1)] * 4 + [(0, 3)], OwnLine(None, 5, None)),
        ([(1, 1)] * 15 + [(0, 1)] * 4, OwnLine(15, 20, None)),
        ([(1, 1)] * 16 + [(0, 1)] * 4, OwnLine(15, 20, None)),
        ([(1, 1)] * 15 + [(0, 1)] * 5, OwnLine(15, 20, Fraction(3, 4))),
    ],
)
def test_a_share_rests_on_twenty_citizens_with_five_on_either_side(
    each: list[tuple[int, int]], line: OwnLine
) -> None:
    assert own_line(each) == line


def test_the_project_leaders_page_alone(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
