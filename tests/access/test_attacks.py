"""Attacks on the gate that a curious colleague, a partner with her telephone or a neighbouring office would try."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from bordenden.access import gate
from bordenden.audit.models import Entry
from bordenden.web.threshold.carry import signed_writer, unpack
from tests.cast import Cast, client_of
from tests.house.test_urls import GUARDED, PERSONAL, things_of, url_of
from tests.web.entry.logins import hidden

OTHER_METHODS = ("put", "patch", "delete", "options")
# Who comes by which door; at a door that is not theirs everybody meets the same refusal, from the same views.
WHO = {"amina": "citizen", "bo": "staff", "mie": "guest", "lis": "insight", "stine": "insight"}


def can_write() -> bool:
    try:
        with transaction.atomic():
            Session.objects.create(session_key=uuid4().hex, session_data="", expire_date=timezone.now())
    except DatabaseError:
        return False
    return True


@pytest.mark.parametrize("name", WHO)
def test_whatever_is_shown_was_read_in_a_snapshot_also_when_a_form_was_refused(
    story: Cast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    things, visitor = things_of(story), client_of(getattr(story, name))
    reach, outside, reached = gate.reach, [], [0]

    def watched(*args: Any, **kwargs: Any) -> Any:
        reached[0] += 1
        if can_write():
            outside.append(address.name)
        return reach(*args, **kwargs)

    monkeypatch.setattr(gate, "reach", watched)
    for address in GUARDED:
        if address.view.__module__.split(".")[2] == WHO[name]:
            url = url_of(address, things)
            visitor.get(url)
            visitor.post(url, {})
    assert (outside, reached[0] > 20) == ([], True)


@pytest.mark.once
def test_no_other_method_tells_niels_whether_a_thing_is_there(story: Cast) -> None:
    things, niels, amina = things_of(story), client_of(story.niels), client_of(story.amina)
    nothing = {kind: kind(pk=uuid4()) for kind in things}
    looks = Entry.objects.count()
    for address in PERSONAL:
        for method in OTHER_METHODS:
            hers, none = url_of(address, things), url_of(address, nothing)
            answers = [getattr(who, method)(url) for who, url in ((niels, hers), (niels, none), (amina, hers))]
            assert {answer.status_code for answer in answers} == {405}, (address.name, method)
            assert len({answer.content for answer in answers}) == 1
    assert Entry.objects.count() == looks


def test_a_page_asked_for_with_head_is_a_look_too(story: Cast) -> None:
    """The answer's length and its being there tell something, and no page is sent unlogged."""
    bo, url = client_of(story.bo), f"/sagsbehandler/bord/{story.aminas_table.pk}/"
    before = Entry.objects.filter(actor=story.bo.pk, act="case.read", kind="look").count()
    assert bo.head(url).status_code == 200
    assert Entry.objects.filter(actor=story.bo.pk, act="case.read", kind="look").count() == before + 1


def test_birthes_text_carried_over_a_login_does_not_get_through_the_gate_she_has_lost(story: Cast) -> None:
    """She sat at the table when the page was made; the text comes back to her, and the door stays shut."""
    birthe, table = story.birthe, story.aminas_table.pk
    path, words = f"/sagsbehandler/bord/{table}/kontakt/", "Hun ringede til mig"
    sent = {"writer": signed_writer(birthe.pk), "summary": words, "channel": "phone", "direction": "in"}
    expired = Client().post(path, {**sent, "form_key": str(uuid4())})
    assert (expired.status_code, words in expired.content.decode()) == (401, False)
    carried = unpack(hidden(expired)["carried"])
    assert carried is not None
    assert (carried.writer, carried.path) == (str(birthe.pk), path)
    assert client_of(birthe).post(carried.path, dict(carried.pairs)).status_code == 404
    assert client_of(story.bo).post(carried.path, dict(carried.pairs)).status_code == 303
