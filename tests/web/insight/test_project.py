"""Tal for mit projekt: Lis sees her own project's exits exactly, Niels his, and nobody sees a name."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.mentors.actions import offer
from bordenden.mentors.models import MentorOffering
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Exit, Seat
from bordenden.pathways.words import Decider, ExitReason
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.crowd import noon
from bordenden.worlds.officials import ENDS, STARTS
from tests.cast import Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.pages import queries_of, text_of


@pytest.mark.parametrize(
    ("label", "people"),
    [
        pytest.param("Borgeren har valgt at forlade projektet", 6, marks=pytest.mark.requirement("R47")),
        pytest.param("Fleksjob", 2, marks=pytest.mark.requirement("R48")),
        pytest.param("Fængsel", 1, marks=pytest.mark.requirement("R50")),
        pytest.param("Ordinær uddannelse", 2, marks=pytest.mark.requirement("R51")),
        pytest.param("Ordinært job", 6, marks=pytest.mark.requirement("R52")),
        pytest.param("Revalidering", 1, marks=pytest.mark.requirement("R53")),
    ],
)
def test_lis_reads_the_slides_number_for_the_reason(jobcenter: Aalborg, label: str, people: int) -> None:
    """In the table and in the bars."""
    html = _page(jobcenter)
    assert lines_of(html, "table")[label][0] == str(people)
    assert lines_of(html, "bars")[label] == (str(people),)


@pytest.mark.requirement("R49")
def test_lis_reads_three_who_moved_and_each_is_known_to_have_a_new_municipality(jobcenter: Aalborg) -> None:
    """3; the municipality that takes over is kept with the exit. That the table goes along: `tests/moves`."""
    assert lines_of(_page(jobcenter), "table")["Flytning til anden kommune"][0] == "3"
    moved = Exit.objects.filter(reason=ExitReason.MOVED).order_by("pk")
    assert {one.moved_to_id for one in moved} == {901}


@pytest.mark.requirement("R54")
def test_lis_reads_five_discharged_which_takes_a_reason_and_26_in_all(jobcenter: Aalborg) -> None:
    """5, total 26; a discharge without its grounds is refused."""
    lines = lines_of(_page(jobcenter), "table")
    assert lines["Udskrevet af sagsbehandler"][0] == "5"
    assert lines["I alt"] == ("26", "100 %")
    gone = set(Exit.objects.values_list("enrolment_id", flat=True))
    course = next(one for one in jobcenter.courses if one.enrolment.pk not in gone)
    with pytest.raises(NotPossible, match="Skriv, hvorfor I slutter"):
        pathways.end_course(
            enrolment=course.enrolment,
            on=ENDS,
            reason=ExitReason.DISCHARGED,
            decided_by=Decider.CASEWORKER,
            grounds="  ",
            by=course.adviser,
            at=noon(ENDS),
        )
    assert Exit.objects.count() == 26


@pytest.mark.requirement("R66")
def test_the_page_says_that_no_effect_was_measured(jobcenter: Aalborg) -> None:
    """Also on what the programme and the public see."""
    published = client_of(jobcenter.eva).get(reverse("release", args=[jobcenter.release.pk])).content.decode()
    programme = client_of(jobcenter.eva).get(reverse("programme", args=[jobcenter.programme.pk])).content.decode()
    for html in (_page(jobcenter), published, programme):
        assert "Ingen effektmåling: Tallene viser, hvad der er sket." in html


def test_the_page_shows_the_order_of_the_slide_and_the_period(jobcenter: Aalborg) -> None:
    """The eight reasons first, the total last; 200 participants, 13.0 per cent."""
    html = _page(jobcenter)
    labels = [str(reason.label) for reason in ExitReason][:8]
    assert list(lines_of(html, "table")) == [*labels, "I alt"]
    assert f"1. oktober {STARTS.year} – 30. september {ENDS.year}" in html
    assert "26 (13,0 %)" in html


def test_no_name_and_no_reference_stands_on_the_page(jobcenter: Aalborg) -> None:
    """Figures, never a table."""
    html = _page(jobcenter)
    for course in jobcenter.courses:
        assert course.enrolment.reference not in html
        assert str(course.table.pk) not in html
    assert "Deltager 1" not in html


def test_lis_and_niels_each_see_their_own_and_404_for_the_others(cast: Cast) -> None:
    """So does everybody else."""
    own = reverse("project", args=[cast.project.pk])
    his = reverse("project", args=[cast.neighbours.pk])
    assert [client_of(cast.lis).get(page).status_code for page in (own, his)] == [200, 404]
    assert [client_of(cast.niels).get(page).status_code for page in (own, his)] == [404, 200]
    for person in (cast.amina, cast.bo, cast.ole, cast.eva, cast.stine, cast.sara):
        assert client_of(person).get(own).status_code == 404
    assert Client().get(own).status_code == 302


def test_the_look_is_written_down(cast: Cast) -> None:
    """Who looked at which project's figures."""
    client_of(cast.lis).get(reverse("project", args=[cast.project.pk]))
    entry = Entry.objects.get(act="project.figures")
    assert (entry.kind, entry.actor, entry.thing) == ("look", cast.lis.pk, cast.project.pk)


@pytest.mark.requirement("R10")
def test_lis_reads_that_all_were_offered_a_mentor_and_what_they_said(story: Cast) -> None:
    """The date and the answer stand for each; whoever was not offered one is counted until it is done."""
    page, lis = reverse("project", args=[story.project.pk]), client_of(story.lis)
    words = text_of(lis, page)
    assert "Har fået tilbudt en mentor 2 af 3, der er i gang Havde en mentor i forvejen 1" in words
    assert "Ja tak 1 Ikke lige nu 0 Nej tak 0 Har ikke svaret endnu 1 Har en mentor nu 2 af 3, der er i gang" in words
    assert "ikke fået tilbuddet" not in words
    pathways.leave_seat(seat=Seat.objects.get(table=story.holms_table, role="mentor"), by=story.jens, at=story.at)
    assert "1 har ikke fået tilbuddet endnu." in text_of(lis, page)
    offer(table=story.holms_table, by=story.ole, at=story.at)
    words = text_of(lis, page)
    assert "Har fået tilbudt en mentor 3 af 3, der er i gang" in words
    assert "ikke fået tilbuddet" not in words
    assert queries_of(lis, page) <= 12
    offers = MentorOffering.objects.filter(municipality=story.fjordby).order_by("offered_at")
    dated = [(one.table_id, one.offered_at < story.at, one.answer) for one in offers]
    tables = (story.aminas_table.pk, story.karims_table.pk, story.holms_table.pk)
    assert dated == list(zip(tables, (True, True, False), ("yes", "", ""), strict=True))


def test_a_project_nobody_has_left_says_so(cast: Cast) -> None:
    """No empty chart."""
    html = client_of(cast.lis).get(reverse("project", args=[cast.project.pk])).content.decode()
    assert "Ingen har forladt projektet endnu" in html


def _page(jobcenter: Aalborg) -> str:
    answer = client_of(jobcenter.lis).get(reverse("project", args=[jobcenter.project.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.requirement("R75")
def test_the_profile_says_two_years_and_for_whom_the_project_is(cast: Cast) -> None:
    """Two years long, for whoever has been two years on help, and for whoever is in a resource course."""
    words = text_of(client_of(cast.lis), reverse("project", args=[cast.project.pk]))
    assert "(2 år)" in words
    assert "Regler Reglerne i dag" in words
    assert "To år eller mere på hjælp uden ophold, efter reglerne i dag" in words
    assert "I ressourceforløb, uden krav om de to år" in words
