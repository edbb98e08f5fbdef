"""Amina has moved: at her old table everything can still be read, and there is nothing to press that would be refused."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import resolve, reverse

from bordenden.moves import actions
from bordenden.people.models import Login
from bordenden.plans.models import Plan
from bordenden.web.threshold.closed import to_be_read
from tests.cast import MONDAY, Cast, client_of
from tests.moves.test_moving import asta, carried_story

pytestmark = pytest.mark.once
FORM = re.compile(r"<form[^>]*method=.post[^>]*>")
LINK = re.compile(r'<a [^>]*href="(/[^"#?]*)')


def at_the_old_table(cast: Cast) -> Client:
    """She is received in Bakkeby, and chooses the table she left."""
    arrival, rikke = carried_story(cast), asta(cast)
    actions.receive(arrival=arrival, coordinator=rikke, by=cast.niels, at=MONDAY + timedelta(days=1))
    client = client_of(Login.objects.get(username="amina").person)
    assert client.post(reverse("both_tables"), {"to": str(cast.amina.pk)}).status_code == 303
    return client


def everywhere(client: Client, first: str) -> dict[str, str]:
    """One page of each kind she can come to from there by pressing what is shown: its name and what is on it."""
    seen: dict[str, str] = {}
    ways = [first]
    while ways:
        url = ways.pop(0)
        name = resolve(url).url_name or ""
        if name in seen:
            continue
        answer = client.get(url)
        assert answer.status_code in {200, 302, 303}, url
        main = answer.content.decode(errors="replace").partition("<main")[2].partition("</main>")[0]
        seen[name] = main
        ways += LINK.findall(main)
    return seen


def test_she_reads_it_all_and_there_is_nothing_to_send(story: Cast) -> None:
    pages = everywhere(at_the_old_table(story), reverse("table", args=[story.aminas_table.pk]))
    assert {name for name, page in pages.items() if FORM.search(page)} == {"both_tables", "notices"}
    assert {"plan", "goal", "words", "step", "thread", "files", "sheet_list", "contacts", "version"} <= set(pages)
    asking = {"goal_new", "goal_check", "step_new", "help_new", "sheet_start", "family_begin", "mentors", "proposal"}
    assert asking & set(pages) == set()
    assert "Svar noget andet" not in pages["my_mentor"]


def test_while_the_table_is_open_nothing_is_left_out(story: Cast) -> None:
    plan = Plan.objects.get(table=story.aminas_table).pk
    here, new = reverse("plan", args=[plan]), reverse("goal_new", args=[plan])
    page = client_of(story.amina).get(here).content.decode()
    assert (new in page, new in to_be_read(page, here)) == (True, False)
