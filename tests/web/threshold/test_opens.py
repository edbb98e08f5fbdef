"""The threshold: who comes in, what is logged before it is served, and what happens when the log is closed."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import reverse

from bordenden.audit.actions import NotLogged, write_looks
from bordenden.audit.models import Entry
from bordenden.pathways.models import Opening
from bordenden.web.threshold import opens as threshold
from bordenden.web.threshold.middleware import EveryViewNamesItsAct, UnmarkedView
from tests.cast import Cast, client_of
from tests.web.threshold.urls import unmarked

pytestmark = pytest.mark.urls("tests.web.threshold.urls")


def seen(cast: Cast) -> list[tuple[str, str, object]]:
    rows = Entry.objects.filter(table=cast.aminas_table.pk, kind__in=["look", "list"]).order_by("id")
    return [(row.kind, row.act, row.actor) for row in rows]


def test_amina_sees_her_page_and_the_look_is_logged(cast: Cast) -> None:
    answer = client_of(cast.amina).get(reverse("page", args=[cast.aminas_table.pk]))
    assert answer.content == b"the table of Fjordby (opdigtet)"
    assert seen(cast) == [("look", "table.read", cast.amina.pk)]


def test_the_look_is_committed_before_a_byte_is_sent(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    order = []
    write = write_looks

    def watched(*looks: Any, **who: Any) -> None:
        write(*looks, **who)
        order.append(("logged", len(seen(cast))))

    monkeypatch.setattr(threshold, "write_looks", watched)
    client_of(cast.amina).get(reverse("page", args=[cast.aminas_table.pk]))
    order.append(("served", len(seen(cast))))
    assert order == [("logged", 1), ("served", 1)]


def test_when_the_log_cannot_be_written_nothing_is_shown(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*looks: Any, **who: Any) -> None:
        raise NotLogged("the disk is full")

    monkeypatch.setattr(threshold, "write_looks", closed)
    answer = client_of(cast.amina).get(reverse("page", args=[cast.aminas_table.pk]))
    assert answer.status_code == 503
    assert "Fjordby" not in answer.content.decode()
    assert seen(cast) == []


def test_ole_gets_404_and_leaves_no_trace_on_her_table(cast: Cast) -> None:
    answer = client_of(cast.ole).get(reverse("page", args=[cast.aminas_table.pk]))
    assert answer.status_code == 404
    assert seen(cast) == []


def test_a_list_look_is_stored_once_an_hour_and_an_opening_every_time(cast: Cast) -> None:
    bo, amina = client_of(cast.bo), client_of(cast.amina)
    for _ in range(3):
        assert bo.get(reverse("listing")).content == b"1 tables"
        amina.get(reverse("page", args=[cast.aminas_table.pk]))
    assert sorted(seen(cast), key=str) == sorted(
        [("list", "case.read", cast.bo.pk)] + [("look", "table.read", cast.amina.pk)] * 3, key=str
    )


def test_a_get_that_tries_to_write_fails(cast: Cast) -> None:
    with pytest.raises(DatabaseError):
        client_of(cast.amina).get(reverse("writes_on_get", args=[cast.aminas_table.pk]))


def test_amina_opens_a_room_and_bo_cannot(cast: Cast) -> None:
    address = reverse("room", args=[cast.mies_seat.pk])
    assert client_of(cast.bo).post(address).status_code == 404
    assert Opening.objects.count() == 0
    assert client_of(cast.amina).post(address).status_code == 200
    assert [(o.seat, o.room) for o in Opening.objects.all()] == [(cast.mies_seat, "plan")]


def test_a_view_without_a_mark_is_an_error_here_and_a_404_in_production(settings: Any) -> None:
    with pytest.raises(UnmarkedView):
        Client().get(reverse("unmarked"))
    settings.LOCAL = False
    request = RequestFactory().get("/umaerket/")
    with pytest.raises(Http404):
        EveryViewNamesItsAct(lambda _: None).process_view(request, unmarked, (), {})  # type: ignore[arg-type, return-value]


def test_nobody_is_asked_to_log_in_for_a_public_page(db: None) -> None:
    assert Client().get(reverse("welcome")).content == b"welcome"


@pytest.mark.parametrize("name", ["page", "welcome"])
def test_no_page_is_kept_by_any_cache(cast: Cast, name: str) -> None:
    arguments = [cast.aminas_table.pk] if name == "page" else []
    assert client_of(cast.amina).get(reverse(name, args=arguments))["Cache-Control"] == "no-store"


def test_every_page_has_a_strict_content_policy(cast: Cast) -> None:
    policy = client_of(cast.amina).get(reverse("welcome"))["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
