"""Somebody is written up once; that she is another's stays a secret; a change in between is not overwritten."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.intake.actions import Elsewhere, Told, change, put_up
from bordenden.intake.models import Candidate
from bordenden.intake.words import CandidacyEnd
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole, Track
from tests.cast import MONDAY, Cast, client_of
from tests.intake.history import VERA, written_up


def aminas_number(cast: Cast) -> str:
    """Amina's CPR number, which she has not in the story."""
    Person.objects.filter(pk=cast.amina.pk).update(cpr=VERA)
    return VERA


def test_vera_is_written_up_once_with_her_number_and_what_is_known(cast: Cast) -> None:
    vera = written_up(cast, target_group="LAB § 2 nr. 3", vocational_education=True)
    assert (vera.person.name, vera.person.cpr, vera.person.made_up) == ("Vera Lind", VERA, True)
    assert (vera.target_group, vera.vocational_education, vera.closed_at) == ("LAB § 2 nr. 3", True, None)
    (entry,) = Entry.objects.filter(act="candidate.register", thing=vera.pk)
    assert (entry.actor, entry.municipality) == (cast.pia.pk, cast.fjordby.pk)
    assert written_up(cast) == vera, "the same form sent twice"


def test_the_same_number_again_says_that_it_is_on_the_list(cast: Cast) -> None:
    written_up(cast)
    with pytest.raises(NotPossible, match="står allerede på jeres liste"):
        written_up(cast, name="Vera Lund")
    told = Told("Vera", "Lind", VERA)
    with pytest.raises(NotPossible, match="står allerede på jeres liste"):
        put_up(project=cast.project, told=told, by=cast.pia, at=MONDAY + timedelta(hours=1))
    assert Candidate.objects.count() == 1


def test_whoever_sits_at_a_table_or_on_anothers_list_is_a_secret_and_the_tables_are_told_of(cast: Cast) -> None:
    number, people = aminas_number(cast), Person.objects.count()
    with pytest.raises(Elsewhere, match="kan ikke skrives op her") as refused:
        written_up(cast, cpr=number)
    assert refused.value.tables == (cast.aminas_table.pk,)
    other = programmes.begin_project(
        programme=cast.programme, municipality=cast.fjordby, name="Et andet", track=Track.JOB
    )
    programmes.give_office(person=cast.pia, role=OfficeRole.INTAKE, project=other, at=MONDAY)
    put_up(project=other, told=Told("Ida", "Ny", "0202951234"), by=cast.pia, at=MONDAY)
    with pytest.raises(Elsewhere, match="kan ikke skrives op her") as refused:
        written_up(cast, cpr="0202951234")
    assert (refused.value.tables, [one.project for one in refused.value.candidates]) == ((), [other])
    assert Person.objects.count() == people + 1


def test_whose_courses_are_all_over_may_come_again(cast: Cast) -> None:
    number = aminas_number(cast)
    Enrolment.objects.filter(table=cast.aminas_table).update(ended_on=MONDAY.date())
    assert written_up(cast, cpr=number, name=cast.amina.name.upper()).person == cast.amina


def test_who_has_a_table_from_before_sees_there_that_she_is_looked_at_as_a_candidate(cast: Cast) -> None:
    """Amina's course is over and her table is still hers; Vera has none."""
    number = aminas_number(cast)
    Enrolment.objects.filter(table=cast.aminas_table).update(ended_on=MONDAY.date())
    amina, vera = written_up(cast, cpr=number, name=cast.amina.name), written_up(cast, "0202951234")
    assert (amina.table_id, vera.table_id) == (cast.aminas_table.pk, None)
    assert Entry.objects.get(act="candidate.register", thing=amina.pk).table == cast.aminas_table.pk
    assert client_of(cast.pia).get(reverse("candidate", args=[amina.pk])).status_code == 200
    assert Entry.objects.filter(actor=cast.pia.pk, thing=amina.pk, kind="look", table=cast.aminas_table.pk).exists()


def test_a_number_typed_with_another_name_gives_nobodys_name_away(cast: Cast) -> None:
    """The number alone is no key to who has it; her given name alone, or her whole name, is enough."""
    number = aminas_number(cast)
    Enrolment.objects.filter(table=cast.aminas_table).update(ended_on=MONDAY.date())
    for name in ("Vera Lind", f"{cast.amina.given_name} Lind"):
        with pytest.raises(Elsewhere, match="kan ikke skrives op her") as refused:
            written_up(cast, cpr=number, name=name)
        assert refused.value.tables == (cast.aminas_table.pk,)
    assert not Candidate.objects.exists()
    assert written_up(cast, cpr=number, name=cast.amina.given_name).person == cast.amina


def test_whoever_was_on_the_list_before_may_be_again(cast: Cast) -> None:
    before = written_up(cast)
    Candidate.objects.filter(pk=before.pk).update(closed_at=MONDAY, ended_as=CandidacyEnd.DECLINED)
    again = written_up(cast)
    assert (again.person, again.pk != before.pk) == (before.person, True)


@pytest.mark.parametrize(
    ("given", "family", "says"), [("  ", "Lind", "Skriv fornavnet"), ("Vera", VERA, "står også i navnet")]
)
def test_a_name_is_needed_and_is_no_number(cast: Cast, given: str, family: str, says: str) -> None:
    with pytest.raises(NotPossible, match=says):
        put_up(project=cast.project, told=Told(given, family, VERA), by=cast.pia, at=MONDAY)
    assert not Candidate.objects.exists()


def test_two_who_change_it_at_once_do_not_overwrite_each_other(cast: Cast) -> None:
    vera = written_up(cast)
    seen = (vera.target_group, vera.vocational_education)

    def changed(known: bool) -> bool | None:
        return change(
            candidate=vera, target_group="", vocational_education=known, seen=seen, by=cast.pia, at=MONDAY
        ).vocational_education

    assert (changed(known=True), changed(known=True)) == (True, True), "sent twice"
    with pytest.raises(Stale):
        changed(known=False)
    assert Entry.objects.filter(act="candidate.change", thing=vera.pk).count() == 1


def test_a_table_that_was_just_laid_for_her_keeps_her_on_pias_list(cast: Cast) -> None:
    """She is asked to join: her table is there, and she is still the one Pia wrote up."""
    vera = written_up(cast)
    pathways.lay_table(head=vera.person, by=cast.pia, at=MONDAY)
    with pytest.raises(NotPossible, match="står allerede på jeres liste"):
        written_up(cast, name="Vera Lund")
