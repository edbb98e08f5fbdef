"""Skriv om samtalen: her view is the first field, the log is written too, a draft is kept and shown to nobody else."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.contactlog.models import Entry
from bordenden.drafts.models import Draft
from bordenden.meetings import actions
from bordenden.meetings.models import AgendaItem, Agreement, Conversation, Note
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from tests.cast import MONDAY, Cast, client_of
from tests.meetings.stories import hold
from tests.web.reading import form_of, words_of
from tests.web.talking import ahead, held, refused, stand_at

WORDS = {"citizen_view": "Jeg vil se stedet først.", "summary": "Talte om børnehaven."}


@pytest.fixture
def row(story: Cast, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    """The planned conversation, an hour after it began."""
    planned = ahead(story)
    stand_at(monkeypatch, planned.starts_at + timedelta(hours=1))
    return planned


def url(row: Conversation) -> str:
    return reverse("conversation_note", args=[row.pk])


def draft_url(row: Conversation) -> str:
    return reverse("conversation_note_draft", args=[row.pk])


def filled(client: Client, row: Conversation, **fields: object) -> dict[str, object]:
    return {**form_of(client.get(url(row))), **WORDS, **fields}


@pytest.mark.requirement("R3")
def test_the_citizens_view_is_the_first_field(story: Cast, row: Conversation) -> None:
    page = client_of(story.bo).get(url(row)).content.decode()
    form = page[page.index('<form class="form"') :]
    asked = re.findall(r'<(?:textarea|input type="(?!hidden)[^"]*"|select)[^>]*? ?name="(\w+)"', form)
    asked += re.findall(r'<textarea name="(\w+)"', form)
    assert form.index('name="citizen_view"') < min(
        form.index(f'name="{name}"') for name in asked if name != "citizen_view"
    )


@pytest.mark.requirement("R2")
def test_everything_is_written_once_and_stands_in_the_log_too(story: Cast, row: Conversation) -> None:
    bo = client_of(story.bo)
    (mie,) = AgendaItem.objects.filter(side="coordinator")
    more = {
        "mirror_how": "At hun glæder sig.",
        "knowledge": "on",
        "can": "Jeg kan gå med.",
        "cannot": "Jeg kan ikke love noget.",
        "because": "Stedet bestemmer selv.",
        "agreement_1": "Besøge stedet",
        "agreement_2": "Ringe til stedet",
        "owner_2": "coordinator",
        "by_2": "2026-03-10",
        "talked_about": [str(mie.pk)],
    }
    answer = bo.post(url(row), filled(bo, row, **more))
    assert (answer.status_code, answer["Location"]) == (303, reverse("conversation_helped", args=[row.pk]))
    note = Note.objects.get(conversation=row)
    assert (note.citizen_view, note.summary) == (WORDS["citizen_view"], WORDS["summary"])
    assert (note.mirror, note.mirror_how, note.knowledge, note.facilitate) == (
        True,
        "At hun glæder sig.",
        True,
        False,
    )
    assert (note.can, note.cannot, note.because) == (more["can"], more["cannot"], more["because"])
    entry = Entry.objects.get(pk=note.entry_id)
    assert (entry.citizen_view, entry.summary, entry.channel) == (WORDS["citizen_view"], WORDS["summary"], "meeting")
    assert (entry.place, entry.happened_at, entry.minutes) == ("outdoors", row.starts_at, 45)
    agreed = Agreement.objects.filter(conversation=row).order_by("position").values_list("words", "owner", "by_on")
    assert list(agreed) == [
        ("Besøge stedet", "citizen", None),
        ("Ringe til stedet", "coordinator", date(2026, 3, 10)),
    ]
    settled = AgendaItem.objects.filter(conversation=row).values_list("words", "settled")
    assert dict(settled)[mie.words] == "done"
    assert sorted(set(dict(settled).values())) == ["carried", "done"]


def test_a_boundary_is_nowhere_in_the_form(story: Cast, row: Conversation) -> None:
    assert "Min økonomi" not in client_of(story.bo).get(url(row)).content.decode()


def test_a_double_click_is_one_note_and_one_contact(story: Cast, row: Conversation) -> None:
    bo, before = client_of(story.bo), Entry.objects.count()
    sent = filled(bo, row)
    assert [bo.post(url(row), sent).status_code for _click in range(2)] == [303, 303]
    assert (Note.objects.filter(conversation=row).count(), Entry.objects.count()) == (1, before + 1)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"summary": " "}, "Skriv en linje om, hvad I talte om."),
        ({"summary": "x" * 501}, "Der er plads til 500 tegn"),
        ({"citizen_view": "x" * 4001}, "Der er plads til 4000 tegn"),
        ({"by_1": "i morgen"}, "Skriv en dag, der findes"),
        ({"owner_1": "naboen"}, "gyldig valgmulighed"),
        ({"held_at": "2026-03-05T10:00"}, "Tidspunktet ligger i fremtiden."),
        ({"minutes": "1441"}, "1440"),
        ({"talked_about": ["nonsens"]}, "gyldig valgmulighed"),
        ({"version": ""}, "påkrævet"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    story: Cast, row: Conversation, wrong: dict[str, object], told: str
) -> None:
    bo, before = client_of(story.bo), Entry.objects.count()
    answer = bo.post(url(row), filled(bo, row, can="Jeg kan <gå> med.", **wrong))
    assert (answer.status_code, told in words_of(answer)) == (422, True)
    assert form_of(answer)["can"] == "Jeg kan <gå> med."
    assert (Note.objects.filter(conversation=row).count(), Entry.objects.count()) == (0, before)


def test_before_its_day_nothing_is_asked_and_nothing_kept(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, row = client_of(story.bo), ahead(story)
    assert "Skriv om samtalen, når I har holdt den." in words_of(bo.get(url(row)))
    answer = bo.post(url(row), {**WORDS, "version": "0", "form_key": "00000000-0000-4000-8000-000000000000"})
    assert (answer.status_code, Note.objects.filter(conversation=row).count()) == (422, 0)


def test_a_correction_is_added_and_says_so(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, row = client_of(story.bo), held(story)
    sent = form_of(bo.get(url(row)))
    assert (sent["version"], sent["can"].startswith("Jeg kan spørge")) == ("1", True)
    assert bo.post(url(row), {**sent, "summary": "Talte mest om søvn."}).status_code == 303
    chain = Note.objects.filter(conversation=row).order_by("version").values_list("version", "summary")
    assert list(chain) == [
        (1, "Talte om, hvad en praktik er, og om hvad der gør en dag god."),
        (2, "Talte mest om søvn."),
    ]


def test_who_is_overtaken_is_shown_both_texts_and_may_send_again(story: Cast, row: Conversation) -> None:
    bo = client_of(story.bo)
    sent = filled(bo, row, can="Jeg kan gå med.")
    hold(story, row, summary="Talte om bussen.", can="Jeg kan ringe.")
    answer = bo.post(url(row), sent)
    words = words_of(answer)
    assert answer.status_code == 422
    assert (
        "Din tekst Hvad talte I om? Talte om børnehaven. Den gemte tekst Hvad talte I om? Talte om bussen." in words
    )
    assert "Din tekst Det kan jeg Jeg kan gå med. Den gemte tekst Det kan jeg Jeg kan ringe." in words
    again = {**form_of(answer, -1), **WORDS}
    assert again["version"] == "1"
    assert bo.post(url(row), again).status_code == 303
    assert Note.objects.filter(conversation=row).count() == 2


# The draft


def typed(client: Client, row: Conversation, words: str) -> dict[str, object]:
    sent = filled(client, row, citizen_view=words)
    assert client.post(draft_url(row), sent).status_code == 204
    return sent


def test_what_is_typed_is_kept_offered_and_forgotten_when_it_is_saved(story: Cast, row: Conversation) -> None:
    bo = client_of(story.bo)
    sent = typed(bo, row, "Jeg vil helst vente.")
    shown = bo.get(url(row))
    assert ("“Jeg vil helst vente.”" in words_of(shown), form_of(shown, -1)["citizen_view"]) == (True, "")
    chosen = re.search(r'href="([^"]*\?kladde=[^"]*)"', shown.content.decode())
    assert chosen is not None
    assert form_of(bo.get(chosen.group(1)), -1)["citizen_view"] == "Jeg vil helst vente."
    assert bo.post(url(row), sent).status_code == 303
    assert [draft.content for draft in Draft.objects.order_by("pk")] == [""]


def test_a_draft_of_a_talk_that_was_called_off_can_be_thrown_away(story: Cast, row: Conversation) -> None:
    bo = client_of(story.bo)
    typed(bo, row, "Jeg vil helst vente.")
    actions.cancel(conversation=row, by=story.amina, at=MONDAY)
    page = bo.get(url(row))
    assert ("Samtalen er aflyst." in words_of(page), "“Jeg vil helst vente.”" in words_of(page)) == (True, True)
    assert bo.post(draft_url(row), {"discard": str(row.pk)}).status_code == 303
    assert [draft.content for draft in Draft.objects.order_by("pk")] == [""]


def test_the_one_after_bo_sees_nothing_of_his_draft(story: Cast, row: Conversation) -> None:
    bo = client_of(story.bo)
    sent = typed(bo, row, "Jeg vil helst vente.")
    pathways.leave_seat(seat=story.bos_seat, by=story.lis, at=MONDAY)
    pathways.seat(table=story.aminas_table, person=story.ole, role=SeatRole.COORDINATOR, by=story.lis, at=MONDAY)
    ole = client_of(story.ole)
    for address in (url(row), f"{url(row)}?kladde={row.pk}"):
        assert "helst vente" not in ole.get(address).content.decode()
    assert ole.post(draft_url(row), sent).status_code == 404
    assert bo.get(url(row)).status_code == 404
    assert bo.post(draft_url(row), sent).status_code == 404
    assert bo.post(url(row), sent).status_code == 404
    assert Note.objects.filter(conversation=row).count() == 0


def test_nobody_else_writes_of_it(story: Cast, row: Conversation) -> None:
    refused(story, url(row), {**WORDS, "version": "0"}, "amina")
    assert Note.objects.filter(conversation=row).count() == 0
