"""En ny på holdet: Lis gives an office to somebody known here or somebody new, once, and never the leader's own."""

from django.urls import reverse

from bordenden.access import acts, gate
from bordenden.audit.models import Entry
from bordenden.programmes.models import Office
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.web.pages import text_of


def url(cast: Cast) -> str:
    return reverse("office_new", args=[cast.project.pk])


NEW = {"role": "caseworker", "area": "employment", "given_name": "Karen", "family_name": "Dam", "title": "Rådgiver"}


def test_karen_is_on_the_team_once_and_reaches_no_table_by_it(cast: Cast) -> None:
    lis = client_of(cast.lis)
    for _twice in range(2):
        assert lis.post(url(cast), NEW).status_code == 303
    karen = Office.objects.get(person__given_name="Karen")
    assert (karen.role, karen.project, karen.ends_at) == ("caseworker", cast.project, None)
    assert Entry.objects.filter(act="office.give", thing=karen.pk, actor=cast.lis.pk).count() == 1
    assert not gate.reachable(viewer_of(karen.person), acts.CASE_READ, at=MONDAY).exists()


def test_bo_gets_another_office_and_no_citizen_stands_in_the_list(cast: Cast) -> None:
    lis = client_of(cast.lis)
    said = text_of(lis, url(cast))
    assert ("Bo Lund" in said, "Amina" in said, "Karim" in said) == (True, False, False)
    sent = {"role": "intake", "area": "employment", "person": str(cast.bo.pk)}
    assert lis.post(url(cast), sent).status_code == 303
    held = Office.objects.filter(person=cast.bo, ends_at__isnull=True).order_by("role")
    assert [office.role for office in held] == ["caseworker", "intake"]
    assert lis.post(url(cast), {**sent, "person": str(cast.amina.pk)}).status_code == 422


def test_the_leaders_own_office_and_a_supervisors_are_not_hers_to_give_and_nobody_else_gives_any(cast: Cast) -> None:
    before = Office.objects.count()
    for role in ("project_leader", "supervisor", "steering", "agency"):
        assert client_of(cast.lis).post(url(cast), {**NEW, "role": role}).status_code == 422
    for person in (cast.bo, cast.amina, cast.niels, cast.stine):
        assert client_of(person).post(url(cast), NEW).status_code == 404
    assert Office.objects.count() == before
