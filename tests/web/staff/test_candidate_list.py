"""Hent en liste: Pia's candidates by number, stage and next day; she finds the person again by the number alone."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.intake import actions
from bordenden.intake.models import Candidate
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import HOPE, candidate, meeting, referred
from tests.intake.history import in_2014
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, body
from tests.web.staff.taken import cost_of, lines_in, take
from tests.web.staff.test_candidates import many


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are opened on the Monday of the cast."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def url(cast: Cast) -> str:
    return reverse("candidate_list", args=[cast.project.pk])


def three(cast: Cast) -> tuple[Candidate, Candidate, Candidate]:
    """Nina is asked, Rolf is invited, and Tove is written up."""
    nina, rolf, tove = (
        candidate(cast, *who) for who in (("Nina",), ("Rolf", "150385-1113"), ("Tove", "220579-1112"))
    )
    referred(cast, cast.pia, nina)
    actions.invite(meeting=meeting(cast, cast.pia), candidates=[rolf], by=cast.pia, at=MONDAY)
    in_2014(cast)
    cast.programme.last_referral_on = MONDAY.date().replace(month=12, day=31)
    cast.programme.save()
    return Candidate.objects.get(pk=nina.pk), rolf, tove


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_line_is_a_number_a_stage_and_a_day_and_nothing_else(cast: Cast, kind: str) -> None:
    nina, rolf, tove = three(cast)
    answer = take(client_of(cast.pia), url(cast), kind)
    lines = lines_in(answer)
    assert {line[0]: line[1:] for line in lines} == {
        nina.list_number: ["Spurgt, har ikke svaret", "", ""],
        rolf.list_number: ["Inviteret til møde", "09-03-2026", "Møde om projektet"],
        tove.list_number: ["Mulig deltager", "31-12-2026", "Sidste dag for henvisning"],
    }
    said = " ".join(cell for line in lines for cell in line)
    hers = [word for one in Person.objects.all() for word in (one.given_name, one.cpr, one.phone) if word]
    assert [word for word in [*hers, HOPE, "F-77", "cash_benefit"] if word in said] == []
    assert answer["Content-Disposition"] == f'attachment; filename="liste-2026-03-02.{kind}"'


def test_everybody_on_it_is_logged_and_whoever_has_a_table_reads_it(cast: Cast) -> None:
    nina, rolf, tove = three(cast)
    take(client_of(cast.pia), url(cast))
    looks = Entry.objects.filter(kind="export")
    assert {one.thing for one in looks} == {nina.pk, rolf.pk, tove.pk}
    assert {(one.act, one.actor, one.basis) for one in looks} == {
        ("candidate_list.take", cast.pia.pk, "purpose.meeting")
    }
    page = text_of(client_of(nina.person), reverse("looks", args=[nina.referral.table_id]))
    assert "Pia Lund, Visitator Hentede en liste over mulige deltagere, uden navne, for at forberede et møde" in page


def test_pia_finds_her_again_by_the_number_and_by_nothing_near_it(cast: Cast) -> None:
    nina, _rolf, _tove = three(cast)
    pia, address = client_of(cast.pia), reverse("candidates", args=[cast.project.pk])
    for typed in (nina.list_number, f" {nina.list_number.lower()} "):
        found = body(pia.post(address, {"search": typed, "svar": ""}))
        assert ("1 borger fundet." in found, "Nina Nør" in found) == (True, True)
    near = f"{nina.list_number[:-1]}{'0' if nina.list_number[-1] != '0' else '1'}"
    assert "0 borgere fundet." in body(pia.post(address, {"search": near, "svar": ""}))


def test_whoever_is_no_candidate_any_more_is_on_no_list(cast: Cast) -> None:
    nina, *_others = three(cast)
    actions.say_no(referral=nina.referral, by=nina.person, at=MONDAY)
    assert nina.list_number not in {line[0] for line in lines_in(take(client_of(cast.pia), url(cast)))}


@pytest.mark.parametrize("name", [*STRANGERS, "bo"])
def test_the_list_is_an_intake_officers_and_no_leader_takes_one(cast: Cast, name: str) -> None:
    stranger, sent = client_of(getattr(cast, name)), {"purpose": "purpose.meeting"}
    assert (stranger.get(url(cast)).status_code, stranger.post(url(cast), sent).status_code) == (404, 404)
    assert not Entry.objects.filter(kind="export").exists()


def test_nobody_is_on_it_while_nobody_might_join_and_a_purpose_is_asked_for(cast: Cast) -> None:
    pia = client_of(cast.pia)
    assert "Ingen på listen endnu" in body(pia.post(url(cast), {"purpose": "purpose.meeting"}))
    three(cast)
    assert (pia.post(url(cast), {}).status_code, Entry.objects.filter(kind="export").count()) == (422, 0)


def test_fifty_cost_what_one_costs(cast: Cast) -> None:
    pia = client_of(cast.pia)
    many(cast, 1)
    few = queries_of(pia, url(cast)), cost_of(pia, url(cast))
    many(cast, 49)
    assert (queries_of(pia, url(cast)), cost_of(pia, url(cast))) == few
    assert max(few) <= 12
