"""En tom plads: Lis chooses who sits down; the one who sat there before stands first in the choice."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Seat
from bordenden.pathways.words import LeavingReason
from bordenden.people import actions as people
from bordenden.post.models import Letter
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from tests.cast import Cast, client_of
from tests.web.insight.staying import caseworker_at, empty, office_of
from tests.web.pages import text_of


def url(cast: Cast, course: Enrolment) -> str:
    return reverse("chair_fill", args=[cast.project.pk, course.pk])


def test_lis_seats_bo_who_may_see_the_table_from_then_on_and_karim_is_told(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis, page = client_of(cast.lis), url(cast, cast.karims_course)
    said = text_of(lis, page)
    assert "Sag F-2 mangler en sagsbehandler" in said
    assert "Ole Brandt, 1 åbent forløb (har siddet der før)" in said
    assert "Hvorfor skifter borgeren" not in said
    assert lis.post(page, {"person": str(cast.bo.pk)}).status_code == 303
    assert caseworker_at(cast.karims_table) == cast.bo
    assert Letter.objects.filter(person=cast.karim.pk, kind="new_caseworker").count() == 1
    assert client_of(cast.bo).get(reverse("case", args=[cast.karims_table.pk])).status_code == 200
    assert client_of(cast.lis).get(reverse("case", args=[cast.karims_table.pk])).status_code == 404


def test_where_somebody_out_of_office_still_sits_there_a_reason_is_asked_for(cast: Cast) -> None:
    Office.objects.filter(pk=office_of(cast.bo).pk).update(ends_at=now())
    lis, page = client_of(cast.lis), url(cast, cast.aminas_course)
    assert lis.post(page, {"person": str(cast.ole.pk)}).status_code == 422
    assert caseworker_at(cast.aminas_table) == cast.bo
    sent = {"person": str(cast.ole.pk), "because": LeavingReason.NEW_WORK.value}
    assert lis.post(page, sent).status_code == 303
    assert caseworker_at(cast.aminas_table) == cast.ole
    assert Seat.objects.get(pk=cast.bos_seat.pk).left_because == LeavingReason.NEW_WORK


def test_nobody_outside_the_team_can_be_chosen_and_no_chair_that_is_taken(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis, page = client_of(cast.lis), url(cast, cast.karims_course)
    for person in (cast.mie, cast.amina, cast.niels):
        assert lis.post(page, {"person": str(person.pk)}).status_code == 422
    assert lis.post(url(cast, cast.aminas_course), {"person": str(cast.ole.pk)}).status_code == 404
    pathways.change_coordinator(
        table=cast.karims_table, to=cast.ole, because=LeavingReason.OTHER, by=cast.lis, at=now()
    )
    assert lis.post(page, {"person": str(cast.bo.pk)}).status_code == 404
    for person in (cast.bo, cast.amina, cast.niels, cast.stine):
        assert client_of(person).post(page, {"person": str(cast.bo.pk)}).status_code == 404


def test_lis_cannot_choose_herself_even_where_she_is_a_caseworker_as_well(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    people.set_hours(person=cast.lis, phone="20 00 00 09", reachable="man 9–10", by=cast.lis, at=now())
    programmes.give_office(person=cast.lis, role=OfficeRole.CASEWORKER, project=cast.project, at=now())
    lis, page = client_of(cast.lis), url(cast, cast.karims_course)
    assert lis.post(page, {"person": str(cast.lis.pk)}).status_code == 422
    assert caseworker_at(cast.karims_table) is None
    assert lis.post(page, {"person": str(cast.bo.pk)}).status_code == 303
