"""Hvem har set min sag: what was served was logged, and what was logged she can read, in her own words."""

from datetime import UTC, datetime

import pytest
from django.db.models import Model
from django.urls import reverse

from bordenden.access.acts import all_acts
from bordenden.audit import writer
from bordenden.audit.actions import NotLogged
from bordenden.audit.models import Entry
from bordenden.audit.words import LOOKS
from bordenden.pathways.models import AtTable, Table
from bordenden.web.parts.looks import LOOKED_AT
from bordenden.web.threshold import opens as threshold
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.pages import queries_of
from tests.web.reading import words_of

EVENING = datetime(2026, 3, 20, 19, 0, tzinfo=UTC)


def url_of(story: Cast) -> str:
    return reverse("looks", args=[story.aminas_table.pk])


def a_look(story: Cast, actor: Model, at: datetime, act: str = "plan.read", kind: str = "look") -> Entry:
    """A look as the door would have written it."""
    return Entry(
        municipality=story.fjordby.pk,
        at=at,
        actor=actor.pk,
        act=act,
        kind=kind,
        thing_type="plan",
        thing=story.aminas_table.pk,
        table=story.aminas_table.pk,
        hour=at.replace(minute=0) if kind == "list" else None,
    ).with_digest()


def reading_at(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(threshold, "now", lambda: at)


@pytest.mark.requirement("R212")
def test_every_page_bo_and_mie_are_served_is_on_aminas_list_with_name_role_and_part(story: Cast) -> None:
    let_in(story)
    table, plan = story.aminas_table.pk, things_of(story).plan.pk
    before = Entry.objects.order_by("-id")[0].pk
    mie, bo = client_of(story.mie), client_of(story.bo)
    served = [
        (mie, "guest_tables", []),
        (mie, "guest_table", [table]),
        (mie, "guest_plan", [plan]),
        (bo, "caseload", []),
        (bo, "case", [table]),
        (bo, "case_plan", [plan]),
        (bo, "case_contacts", [table]),
    ]
    assert [client.get(reverse(name, args=things)).status_code for client, name, things in served] == [200] * 7
    logged = Entry.objects.filter(table=table, id__gt=before, kind__in=LOOKS).order_by("id")
    assert [(row.actor, row.act, row.kind) for row in logged] == [
        (story.mie.pk, "table.visit", "list"),
        (story.mie.pk, "table.visit", "look"),
        (story.mie.pk, "plan.read", "look"),
        (story.bo.pk, "case.read", "list"),
        (story.bo.pk, "case.read", "look"),
        (story.bo.pk, "plan.read", "look"),
        (story.bo.pk, "contacts.read", "look"),
    ]
    said = words_of(client_of(story.amina).get(url_of(story)))
    newest = said[said.index("Dag for dag") :].split("Birthe Holst")[0]
    for words in (
        "Mie Toft, mentor Hvad du har åbnet, på en liste",
        "Mie Toft, mentor Hvad du har åbnet",
        "Mie Toft, mentor Din plan",
        "Bo Lund, sagsbehandler Et overblik over din sag, på en liste",
        "Bo Lund, sagsbehandler Et overblik over din sag",
        "Bo Lund, sagsbehandler Din plan",
        "Bo Lund, sagsbehandler Jeres kontakt",
    ):
        assert words in newest


@pytest.mark.requirement("R212")
def test_when_the_log_cannot_be_written_bo_is_shown_nothing(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*looks: object, **who: object) -> None:
        raise NotLogged("the disk is full")

    monkeypatch.setattr(threshold, "write_looks", closed)
    answer = client_of(story.bo).get(reverse("case_plan", args=[things_of(story).plan.pk]))
    assert (answer.status_code, "børnehave" in answer.content.decode()) == (503, False)


def test_the_sentence_counts_days_of_this_month_and_says_that_there_is_nobody_else(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.insert(
        [
            *(a_look(story, story.bo, datetime(2026, 3, day, 9, tzinfo=UTC)) for day in (10, 11, 12, 12)),
            a_look(story, story.mie, datetime(2026, 3, 10, 9, tzinfo=UTC)),
            a_look(story, story.amina, datetime(2026, 3, 10, 9, tzinfo=UTC)),
        ]
    )
    reading_at(monkeypatch, EVENING)
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "I denne måned: Bo 4 dage, Mie 1 dag. Ingen andre." in said


def test_a_month_begins_at_midnight_in_denmark(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.insert([a_look(story, story.mie, datetime(2026, 3, 31, 22, minute, tzinfo=UTC)) for minute in (0, 30)])
    reading_at(monkeypatch, datetime(2026, 3, 31, 22, 45, tzinfo=UTC))
    assert "I denne måned: Mie 1 dag. Ingen andre." in words_of(client_of(story.amina).get(url_of(story)))


def test_a_month_in_which_nobody_looked_says_so(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    reading_at(monkeypatch, datetime(2026, 7, 1, 10, tzinfo=UTC))
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "I denne måned har ingen andre end dig kigget." in said


def test_birthe_stands_there_as_what_she_was_when_she_looked(story: Cast) -> None:
    assert "Birthe Holst, sagsbehandler Din plan" in words_of(client_of(story.amina).get(url_of(story)))


def test_somebody_without_a_seat_stands_there_by_name_and_title(story: Cast) -> None:
    writer.insert([a_look(story, story.lis, MONDAY)])
    assert "Lis Krogh, Projektleder Din plan" in words_of(client_of(story.amina).get(url_of(story)))


def test_her_own_looks_are_left_out_until_she_asks_for_them(story: Cast) -> None:
    amina = client_of(story.amina)
    amina.get(url_of(story))
    assert "Amina Yusuf" not in words_of(amina.get(url_of(story)))
    assert "Amina Yusuf, for bordenden Hvem der har set din sag" in words_of(amina.get(url_of(story), {"egne": "1"}))


def test_a_long_list_is_paged_and_costs_the_same_queries(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = client_of(story.amina)
    reading_at(monkeypatch, EVENING)
    before = queries_of(amina, url_of(story))
    writer.insert([a_look(story, story.bo, MONDAY) for _number in range(50)])
    assert (queries_of(amina, url_of(story)), before <= 12) == (before, True)
    pages = [words_of(amina.get(url_of(story), {"side": side})) for side in ("1", "2", "3")]
    assert [page.count("Bo Lund, sagsbehandler") for page in pages][:2] == [25, 25]
    assert ("Næste" in pages[0], "Forrige" in pages[1], "Næste" in pages[2]) == (True, True, False)


def test_the_list_is_folded_behind_the_sentence_until_she_asks_for_it(story: Cast) -> None:
    amina = client_of(story.amina)
    html = amina.get(url_of(story)).content.decode().partition("<main")[2]
    assert html.index("I denne måned") < html.index('<details class="fold"><summary>Dag for dag')
    for asked in ({"side": "1"}, {"egne": "1"}):
        assert '<details class="fold" open>' in amina.get(url_of(story), asked).content.decode()


def test_from_each_look_of_others_she_can_ask_about_it_and_never_about_her_own(story: Cast) -> None:
    amina = client_of(story.amina)
    look = Entry.objects.filter(table=story.aminas_table.pk, kind__in=LOOKS, actor=story.birthe.pk).order_by("-id")[0]
    page = amina.get(url_of(story)).content.decode()
    assert f'hjaelp/undrer/?om={look.pk}"' in page
    assert "Er der noget, du undrer dig over? Spørg" in words_of(amina.get(url_of(story)))
    hers = amina.get(url_of(story), {"egne": "1"}).content.decode()
    own = Entry.objects.filter(table=story.aminas_table.pk, actor=story.amina.pk, kind__in=LOOKS).order_by("-id")[0]
    assert f'?om={own.pk}"' not in hers


def test_every_act_at_a_table_has_its_words_for_her() -> None:
    at_a_table = {act.code for _name, act in all_acts() if act.on is Table or issubclass(act.on, AtTable)}
    # What an office does to a file or to case numbers stands at no table; that it has met hers is a look at hers.
    met = {"caseload.import", "chair.fill", "caseload.move", "candidate.register", "benefits.import"}
    met |= {
        "information.run",
        "referral.make",
        "candidates.read",
        "candidate.read",
        "candidate.change",
        "candidate_list.take",
        "candidates.import",
    }
    assert set(LOOKED_AT) == at_a_table | met


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_reads_her_list(story: Cast, name: str) -> None:
    let_in(story)
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404
