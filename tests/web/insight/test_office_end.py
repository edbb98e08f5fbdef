"""Afslut et hverv: Birthe, who has nobody left, can go; Ole first after his citizens have."""

from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.access import acts, gate
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.web.insight.staying import office_of
from tests.web.pages import text_of


def url(cast: Cast, person: Person) -> str:
    return reverse("office_end", args=[cast.project.pk, office_of(person).pk])


def test_birthes_office_ends_and_with_it_what_she_does_for_colleagues(cast: Cast) -> None:
    today = localdate(now())
    pathways.stand_in(
        tables=[cast.aminas_table], colleague=cast.birthe, first=today, last=today, by=cast.bo, at=now()
    )
    assert gate.reachable(viewer_of(cast.birthe), acts.CASE_READ, at=now()).exists()
    lis = client_of(cast.lis)
    assert "Birthe Holst er på holdet som sagsbehandler." in text_of(lis, url(cast, cast.birthe))
    assert lis.post(url(cast, cast.birthe)).status_code == 303
    assert office_of(cast.birthe).ends_at is not None
    for act in (acts.CASE_READ, acts.PLAN_READ, acts.CASELOAD_IMPORT):
        assert not gate.reachable(viewer_of(cast.birthe), act, at=now()).exists(), act.code
    assert lis.get(url(cast, cast.birthe)).status_code == 404


def test_oles_does_not_end_while_he_has_citizens(cast: Cast) -> None:
    lis = client_of(cast.lis)
    said = text_of(lis, url(cast, cast.ole))
    assert "Ole er stadig sagsbehandler for nogen. Flyt dem først." in said
    assert "Ja, afslut hvervet" not in said
    assert lis.post(url(cast, cast.ole)).status_code == 422
    assert office_of(cast.ole).ends_at is None


def test_lis_cannot_end_her_own_and_nobody_else_ends_any(cast: Cast) -> None:
    leads = Office.objects.get(person=cast.lis)
    own = reverse("office_end", args=[cast.project.pk, leads.pk])
    assert client_of(cast.lis).post(own).status_code == 404
    for person in (cast.birthe, cast.bo, cast.amina, cast.niels, cast.stine):
        assert client_of(person).post(url(cast, cast.birthe)).status_code == 404
    assert not Office.objects.filter(ends_at__lte=MONDAY).exists()
