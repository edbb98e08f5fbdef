"""Tomme pladser: Lis sees the case number, since when and who of the office sits there, and nothing else."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.programmes.models import Office
from bordenden.web.parts.said_when import day
from tests.cast import Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.insight.staying import NEVER, empty, office_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of


def url(cast: Cast) -> str:
    return reverse("chairs", args=[cast.project.pk])


def test_when_everybody_has_a_caseworker_the_page_says_so(cast: Cast) -> None:
    assert "Alle har en sagsbehandler" in text_of(client_of(cast.lis), url(cast))


def test_lis_sees_the_case_and_who_of_the_office_sits_there_and_never_a_citizens_name(story: Cast) -> None:
    empty(story, story.karims_table)
    Office.objects.filter(pk=office_of(story.bo).pk).update(ends_at=now())
    html = client_of(story.lis).get(url(story)).content.decode()
    today = day(now())
    assert lines_of(html, "table") == {
        "F-1": (today, "Bo Lund, som ikke har hvervet mere, borgeren, en mentor, en gæst"),
        "F-2": (today, "borgeren"),
    }
    assert [name for name in NEVER if name in html] == []


def test_karim_reads_that_lis_has_seen_his_case_number(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    client_of(cast.lis).get(url(cast))
    (look,) = Entry.objects.filter(act="chair.fill", table=cast.karims_table.pk)
    assert (look.actor, look.kind) == (cast.lis.pk, "list")
    looks = words_of(client_of(cast.karim).get(reverse("looks", args=[cast.karims_table.pk])))
    assert "Dit sagsnummer, for at finde en sagsbehandler til dig" in looks


def test_more_empty_chairs_cost_no_more_queries(cast: Cast) -> None:
    lis = client_of(cast.lis)
    empty(cast, cast.karims_table)
    one = queries_of(lis, url(cast))
    for table in (cast.holms_table, cast.aminas_table):
        empty(cast, table)
    assert (queries_of(lis, url(cast)), one <= 12) == (one, True)


def test_nobody_but_the_leader_of_this_project_sees_it(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
    assert client_of(cast.lis).get(reverse("chairs", args=[cast.neighbours.pk])).status_code == 404
    assert client_of(cast.lis).post(url(cast)).status_code == 405


def test_a_chair_is_no_more_empty_once_somebody_sits_there(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis = client_of(cast.lis)
    assert "F-2" in text_of(lis, url(cast))
    pathways.seat(table=cast.karims_table, person=cast.birthe, role="coordinator", by=cast.lis, at=now())  # type: ignore[arg-type]
    assert "F-2" not in text_of(lis, url(cast))
