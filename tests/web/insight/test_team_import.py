"""Hent medarbejdere ind: Lis chooses a list of colleagues, sees what each line would do, and says yes."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bordenden.access import acts, gate
from bordenden.programmes.models import Office
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.intake.test_lists_of_people import KAREN, TEAM
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body

TWIN = "Karin;Dam;;Fagperson;Sundhed;;;"


def url(cast: Cast) -> str:
    return reverse("team_import", args=[cast.project.pk])


def chosen(cast: Cast, *lines: str) -> Client:
    lis = client_of(cast.lis)
    file = SimpleUploadedFile("hold.csv", "\r\n".join([TEAM, *lines]).encode("cp1252"))
    answer = lis.post(url(cast), {"file": file})
    assert (answer.status_code, answer.headers.get("Location")) == (303, url(cast)), body(answer)
    return lis


def pressed(client: Client, cast: Cast, do: str) -> int:
    seen = re.findall(r'name="file_seen" value="([^"]+)"', body(client.get(url(cast))))
    return client.post(url(cast), {"do": do, "file_seen": seen[0] if seen else ""}).status_code


def test_karen_is_on_the_team_and_her_double_is_left_to_lis(cast: Cast) -> None:
    lis = chosen(cast, KAREN, TWIN)
    page = text_of(lis, url(cast))
    assert "0 nye 2 ligner en anden 0 findes allerede" in page
    assert "Karin Dam Linje 3 · Fagperson · Sundhed Ligner en anden Navnet ligner linje 2: Karen Dam." in page
    assert "Linjer, der ligner en anden, kommer kun med, når du henter hele filen." in page
    assert 'value="good"' not in body(lis.get(url(cast)))
    lis = chosen(cast, KAREN)
    assert pressed(lis, cast, "all") == 303
    karen = Office.objects.get(person__given_name="Karen")
    assert (karen.role, karen.project) == ("caseworker", cast.project)
    assert not gate.reachable(viewer_of(karen.person), acts.CASE_READ, at=MONDAY).exists()
    lis = chosen(cast, KAREN, TWIN, "Per;Holst;;Fagperson;;;;")
    assert pressed(lis, cast, "good") == 303
    assert "Ikke hentet: linje 3." in text_of(lis, url(cast))
    assert not Office.objects.filter(person__given_name="Karin").exists()
    assert Office.objects.filter(person__given_name="Per").count() == 1


def test_nobody_else_finds_it_and_a_long_list_costs_the_same(cast: Cast) -> None:
    for name in ("amina", "bo", "pia", "niels", "mie", "stine", "eva"):
        assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
    lis = chosen(cast, KAREN)
    few = queries_of(lis, url(cast))
    lis = chosen(cast, *(f"Nogen{n};Nr;;Fagperson;;nr{n}@fjordby.example;;" for n in range(60)))
    assert queries_of(lis, url(cast)) == few <= 12
    assert len(re.findall('<h3 class="case-name"', body(lis.get(f"{url(cast)}?side=3")))) == 10
