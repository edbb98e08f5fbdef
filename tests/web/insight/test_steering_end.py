"""Afslut en plads: dated and kept; only a seat of Lis' own steering group, and only Lis."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.programmes import actions
from bordenden.programmes.models import Office
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast, client_of


def seated(cast: Cast) -> Office:
    """Ole sits there for his area."""
    area = Department.EMPLOYMENT
    return actions.seat_in_steering(project=cast.project, department=area, whom=cast.ole, by=cast.lis, at=MONDAY)


def url(cast: Cast, office: Office) -> str:
    """The question before it ends."""
    return reverse("steering_end", args=[cast.project.pk, office.pk])


def test_lis_ends_oles_seat_which_is_dated_and_stays(cast: Cast) -> None:
    held, lis = seated(cast), client_of(cast.lis)
    page = lis.get(url(cast, held)).content.decode()
    assert "Ole Brandt sidder i styregruppen for området Beskæftigelse." in page
    for _twice in range(2):
        assert lis.post(url(cast, held)).status_code == 303
    assert [row.ends_at is not None for row in Office.objects.filter(pk=held.pk)] == [True]
    assert Entry.objects.filter(act="steering.end", thing=held.pk, actor=cast.lis.pk).count() == 1
    assert lis.get(url(cast, held)).status_code == 404


def test_no_other_office_can_be_ended_here_and_nobody_else_ends_one(cast: Cast) -> None:
    held = seated(cast)
    work = Office.objects.get(person=cast.ole, role="caseworker")
    assert client_of(cast.lis).post(url(cast, work)).status_code == 404
    for person in (cast.ole, cast.bo, cast.niels, cast.amina):
        assert client_of(person).post(url(cast, held)).status_code == 404
    assert not Office.objects.filter(ends_at__isnull=False).exists()
