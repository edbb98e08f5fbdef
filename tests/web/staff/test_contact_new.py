"""Ny kontakt: thirty seconds, nothing lost, nothing doubled, and no old draft in a new entry."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place, Topic, Urgency
from bordenden.drafts.models import Draft
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason, SeatRole
from tests.cast import Cast, client_of
from tests.web.entry.logins import browser, hidden, log_in, with_password
from tests.web.staff.cases import STRANGERS, THIRTY_SECONDS, body, fill, noted


def url(cast: Cast) -> str:
    """The form for Amina."""
    return reverse("contact_new", args=[cast.aminas_table.pk])


def draft_url(cast: Cast) -> str:
    """Where it is kept while it is typed."""
    return reverse("contact_new_draft", args=[cast.aminas_table.pk])


def type_in(client: Client, cast: Cast, words: str, page: str = "") -> dict[str, str]:
    """Open the form, type, and let it be kept; what was sent."""
    sent = fill(client, page or url(cast), **{**THIRTY_SECONDS, "summary": words})
    assert client.post(draft_url(cast), sent).status_code == 204
    return sent


def typed_words(client: Client, address: str) -> str:
    """What stands in the line's field."""
    found = re.search(r'<textarea name="summary"[^>]*>\n([^<]*)</textarea>', body(client.get(address)))
    assert found is not None
    return found.group(1)


# Thirty seconds


@pytest.mark.requirement("R11")
def test_channel_direction_and_one_line_make_an_entry_with_time_initiator_place_and_minutes(cast: Cast) -> None:
    bo, before = client_of(cast.bo), now()
    answer = bo.post(url(cast), fill(bo, url(cast), **THIRTY_SECONDS))
    assert (answer.status_code, answer["Location"]) == (303, reverse("case", args=[cast.aminas_table.pk]))
    entry = Entry.objects.get()
    assert (entry.channel, entry.direction, entry.summary) == ("phone", "in", "Amina ringede om bussen.")
    assert (entry.initiator, entry.place, entry.outcome, entry.minutes) == ("citizen", "remote", "reached", 10)
    assert before <= entry.happened_at == entry.written_at <= now()
    assert (entry.table, entry.written_by) == (cast.aminas_table, cast.bo)


def test_everything_under_mere_can_be_said_otherwise(cast: Cast) -> None:
    bo = client_of(cast.bo)
    more = {
        "citizen_view": "Jeg vil helst gå en tur.",
        "channel": "meeting",
        "direction": "out",
        "outcome": "reached",
        "happened_at": "2026-03-05T10:15",
        "minutes": "0",
        "place": "outdoors",
        "initiator": "other",
    }
    bo.post(url(cast), fill(bo, url(cast), **{**THIRTY_SECONDS, **more}))
    entry = Entry.objects.get()
    assert (entry.citizen_view, entry.channel, entry.direction) == (
        "Jeg vil helst gå en tur.",
        Channel.MEETING,
        Direction.OUT,
    )
    assert (entry.outcome, entry.place, entry.initiator) == (Outcome.REACHED, Place.OUTDOORS, Initiator.OTHER)
    assert (entry.minutes, entry.happened_at.isoformat()) == (0, "2026-03-05T09:15:00+00:00")


def test_topics_and_urgency_are_ticked_under_mere_and_nothing_is_ticked_beforehand(cast: Cast) -> None:
    bo = client_of(cast.bo)
    page = body(bo.get(url(cast)))
    assert re.findall(r'name="topics"[^>]*value="(\w+)"', page) == list(Topic)
    assert ("checked" in page, '<details class="fold">' in page) == (False, True)
    ticked = {"topics": ["health", "work"], "urgency": "placement_found"}
    bo.post(url(cast), {**fill(bo, url(cast), **THIRTY_SECONDS), **ticked})
    entry = Entry.objects.get()
    assert (entry.about, entry.urgency) == ((Topic.WORK, Topic.HEALTH), Urgency.PLACEMENT_FOUND)


def test_a_topic_that_does_not_exist_is_refused(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = {**fill(bo, url(cast), **THIRTY_SECONDS), "topics": ["health", "religion"]}
    assert bo.post(url(cast), sent).status_code == 422
    assert Entry.objects.count() == 0


# What is answered


def test_what_she_asked_is_offered_under_svar_pa_and_answering_passes_the_turn(cast: Cast) -> None:
    asked = noted(cast, channel=Channel.TEXT, direction=Direction.IN, summary="Hvornår mødes vi?")
    bo, case = client_of(cast.bo), reverse("case", args=[cast.aminas_table.pk])
    assert "Amina venter på svar fra dig" in body(bo.get(case))
    offered = re.search(rf'<option value="{asked.pk}">([^<]*)</option>', body(bo.get(url(cast))))
    assert offered is not None
    assert "Sms · Hvornår mødes vi?" in offered.group(1)
    told = {**THIRTY_SECONDS, "direction": "out", "channel": "text", "summary": "Onsdag kl. 10."}
    sent = fill(bo, url(cast), **told, replies_to=str(asked.pk))
    assert [bo.post(url(cast), sent).status_code for _click in range(2)] == [303, 303]
    assert Entry.objects.get(summary="Onsdag kl. 10.").replies_to == asked
    assert "Amina venter på svar" not in body(bo.get(case))
    assert str(asked.pk) not in body(bo.get(url(cast)))


def test_with_nothing_to_answer_the_question_is_not_asked(cast: Cast) -> None:
    noted(cast, direction=Direction.IN)
    assert "Svar på" not in body(client_of(cast.bo).get(url(cast)))


@pytest.mark.parametrize("whose", ["karim", "nobody"])
def test_what_another_citizen_asked_is_neither_offered_nor_taken(cast: Cast, whose: str) -> None:
    his = noted(cast, cast.karims_table, channel=Channel.TEXT, direction=Direction.IN, summary="Karims spørgsmål")
    bo = client_of(cast.bo)
    assert "Karims spørgsmål" not in body(bo.get(url(cast)))
    asked = his.pk if whose == "karim" else uuid4()
    answer = bo.post(url(cast), fill(bo, url(cast), **{**THIRTY_SECONDS, "direction": "out"}, replies_to=str(asked)))
    assert answer.status_code == 422
    assert "Det, du svarer på, findes ikke ved dette bord." in body(answer)
    assert ("Karims" in body(answer), Entry.objects.count()) == (False, 1)


def test_a_draft_brings_topics_and_what_is_answered_back(cast: Cast) -> None:
    asked = noted(cast, channel=Channel.TEXT, direction=Direction.IN, summary="Hvornår mødes vi?")
    bo = client_of(cast.bo)
    told = {"topics": ["health"], "urgency": "at_risk", "replies_to": str(asked.pk)}
    bo.post(draft_url(cast), {**fill(bo, url(cast), **THIRTY_SECONDS), **told})
    link = re.search(r'href="([^"]*\?kladde=[^"]*)"', body(bo.get(url(cast))))
    assert link is not None
    page = body(bo.get(link.group(1)))
    assert re.findall(r'value="(\w+)"[^>]* checked', page) == ["phone", "in", "health"]
    assert re.findall(r'<option value="([^"]+)" selected>', page) == [str(asked.pk), "at_risk"]
    assert '<details class="fold" open>' in page


@pytest.mark.parametrize("typed", ["05-03-2026 10.15", "05-03-2026 10:15", "5.3.2026 10.15"])
def test_a_moment_typed_by_hand_is_understood(cast: Cast, typed: str) -> None:
    bo = client_of(cast.bo)
    bo.post(url(cast), fill(bo, url(cast), **{**THIRTY_SECONDS, "happened_at": typed}))
    assert Entry.objects.get().happened_at.isoformat() == "2026-03-05T09:15:00+00:00"


@pytest.mark.requirement("R3")
def test_the_citizens_view_is_the_first_field_of_the_record(cast: Cast) -> None:
    page = body(client_of(cast.bo).get(url(cast)))
    form = page[page.index('<form class="form"') :]
    asked = re.findall(
        r'<(?:textarea|input type="(?!hidden)[^"]*"|select)[^>]*? name="(\w+)"|<textarea name="(\w+)"', form
    )
    assert next(first or second for first, second in asked) == "citizen_view"
    assert page.index("Hvad siger borgeren selv?") < page.index("Hvordan?") < page.index("Hvad handlede det om?")


def test_the_audit_has_who_noted_what_and_no_words(cast: Cast) -> None:
    bo = client_of(cast.bo)
    bo.post(url(cast), fill(bo, url(cast), **THIRTY_SECONDS))
    line = AuditEntry.objects.get(act="contact.note")
    assert (line.actor, line.thing) == (cast.bo.pk, Entry.objects.get().pk)
    assert not any("bussen" in str(value) for value in line.content())


# Who may


@pytest.mark.parametrize("name", STRANGERS)
def test_only_her_coordinator_writes(cast: Cast, name: str) -> None:
    bo, other = client_of(cast.bo), client_of(getattr(cast, name))
    sent = fill(bo, url(cast), **THIRTY_SECONDS)
    assert other.get(url(cast)).status_code == 404
    assert other.post(url(cast), sent).status_code == 404
    assert other.post(draft_url(cast), sent).status_code == 404
    assert (Entry.objects.count(), Draft.objects.count()) == (0, 0)


def test_bo_writes_until_the_second_he_leaves(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = fill(bo, url(cast), **THIRTY_SECONDS)
    pathways.leave_seat(seat=cast.bos_seat, by=cast.bo, at=now())
    assert bo.post(url(cast), sent).status_code == 404
    assert Entry.objects.count() == 0


# Bad input


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"channel": ""}, "Vælg, hvordan I havde kontakt."),
        ({"direction": "sideways"}, "gyldig valgmulighed"),
        ({"summary": "  "}, "Skriv en linje om, hvad det handlede om."),
        ({"summary": "x" * 501}, "Skriv lidt kortere. Der er plads til 500 tegn, og du har skrevet 501."),
        ({"minutes": "-1"}, "0"),
        ({"minutes": "1441"}, "1440"),
        ({"minutes": "ti"}, "heltal"),
        ({"happened_at": "i går"}, "Skriv dag og klokkeslæt"),
        ({"happened_at": "2199-01-01T10:00"}, "Tidspunktet ligger i fremtiden."),
        ({"happened_at": "2001-01-01T10:00"}, "Forløbet var ikke begyndt på det tidspunkt."),
        ({"form_key": "nonsens"}, "UUID"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_what_was_typed_stays(
    cast: Cast, wrong: dict[str, str], words: str
) -> None:
    bo = client_of(cast.bo)
    typed = {**THIRTY_SECONDS, "citizen_view": "Jeg vil <hjem>.", **wrong}
    answer = bo.post(url(cast), fill(bo, url(cast), **typed))
    assert answer.status_code == 422
    page = body(answer)
    assert words in page[page.index('id="summary"') : page.index("</main>")]
    assert "Jeg vil <hjem>." in page
    if "summary" not in wrong:
        assert "Amina ringede om bussen.</textarea>" in page
    assert Entry.objects.count() == 0


def test_what_stands_wrong_under_mere_is_unfolded(cast: Cast) -> None:
    bo = client_of(cast.bo)
    assert '<details class="fold">' in body(bo.get(url(cast)))
    answer = bo.post(url(cast), fill(bo, url(cast), **THIRTY_SECONDS, minutes="ti"))
    assert '<details class="fold" open>' in body(answer)


# Nothing doubled, nothing lost


def test_a_double_click_is_one_entry(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = fill(bo, url(cast), **THIRTY_SECONDS)
    assert [bo.post(url(cast), sent).status_code for _click in range(2)] == [303, 303]
    assert Entry.objects.count() == 1


def test_back_button_and_other_words_ask_first_and_then_make_a_second_entry(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = fill(bo, url(cast), **THIRTY_SECONDS)
    bo.post(url(cast), sent)
    again = bo.post(url(cast), {**sent, "summary": "Amina ringede igen."})
    assert again.status_code == 422
    assert "Du har allerede gemt: “Amina ringede om bussen.”" in body(again)
    assert "Amina ringede igen.</textarea>" in body(again)
    fields = {**sent, **hidden(again), "summary": "Amina ringede igen."}
    assert bo.post(url(cast), fields).status_code == 303
    assert sorted(Entry.objects.values_list("summary", flat=True)) == [
        "Amina ringede igen.",
        "Amina ringede om bussen.",
    ]


# The draft


def test_a_new_entry_is_empty_and_the_old_draft_is_offered_above_it(cast: Cast) -> None:
    bo = client_of(cast.bo)
    type_in(bo, cast, "Amina ringede om toget.")
    Draft.objects.update(saved_at=now() - timedelta(days=1))
    assert typed_words(bo, url(cast)) == ""
    page = body(bo.get(url(cast)))
    assert re.search(r"Du har en kladde fra i går kl. \d+\.\d\d\.", page)
    assert "“Amina ringede om toget.”" in page
    assert page.index("Skriv videre") < page.index('<form class="form"')


def test_write_on_brings_the_draft_back_on_another_device_after_logging_out(cast: Cast) -> None:
    with_password(cast.bo, "bo")
    first = Client()
    log_in(first, "bo")
    type_in(first, cast, "Amina ringede om toget.")
    first.post(reverse("logout"))
    other = Client()
    log_in(other, "bo")
    link = re.search(r'href="([^"]*\?kladde=[^"]*)"', body(other.get(url(cast))))
    assert link is not None
    assert typed_words(other, link.group(1)) == "Amina ringede om toget."
    other.post(url(cast), fill(other, link.group(1), **{**THIRTY_SECONDS, "summary": "Amina ringede om toget."}))
    assert Entry.objects.get().summary == "Amina ringede om toget."
    assert "kladde fra" not in body(other.get(url(cast)))


def test_discarding_forgets_it_and_no_entry_is_made(cast: Cast) -> None:
    bo = client_of(cast.bo)
    type_in(bo, cast, "Amina ringede om toget.")
    key = re.search(r'name="discard" value="([^"]+)"', body(bo.get(url(cast))))
    assert key is not None
    answer = bo.post(draft_url(cast), {"discard": key.group(1)})
    assert (answer.status_code, answer["Location"]) == (303, url(cast))
    assert "kladde fra" not in body(bo.get(url(cast)))
    assert (Draft.objects.get().content, Entry.objects.count()) == ("", 0)


def test_saving_the_entry_forgets_its_draft_and_a_late_save_brings_nothing_back(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = type_in(bo, cast, "Amina ringede om toget.")
    bo.post(url(cast), sent)
    assert bo.post(draft_url(cast), sent).status_code == 204
    assert "kladde fra" not in body(bo.get(url(cast)))
    assert Draft.objects.get().content == ""


def test_two_entries_in_two_tabs_have_a_draft_each(cast: Cast) -> None:
    bo = client_of(cast.bo)
    for words in ("Det første.", "Det andet."):
        type_in(bo, cast, words)
    page = body(bo.get(url(cast)))
    assert ("“Det første.”" in page, "“Det andet.”" in page) == (True, True)


def test_a_draft_is_never_shown_at_another_citizens_table(cast: Cast) -> None:
    pathways.change_coordinator(
        table=cast.karims_table,
        to=cast.bo,
        because=LeavingReason.ORGANISATION,
        by=cast.ole,
        at=now() - timedelta(minutes=1),
    )
    bo = client_of(cast.bo)
    sent = type_in(bo, cast, "Amina ringede om toget.")
    his = reverse("contact_new", args=[cast.karims_table.pk])
    assert "toget" not in body(bo.get(his))
    key = Draft.objects.get().thing
    assert typed_words(bo, f"{his}?kladde={key}") == ""
    assert bo.post(reverse("contact_new_draft", args=[cast.karims_table.pk]), sent).status_code == 404


def test_the_next_coordinator_sees_nothing_of_bos_draft_and_cannot_write_in_it(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = type_in(bo, cast, "Amina ringede om toget.")
    key = Draft.objects.get().thing
    left = now() - timedelta(seconds=1)
    pathways.leave_seat(seat=cast.bos_seat, by=cast.lis, at=left)
    pathways.seat(table=cast.aminas_table, person=cast.ole, role=SeatRole.COORDINATOR, by=cast.lis, at=left)
    ole = client_of(cast.ole)
    for address in (url(cast), f"{url(cast)}?kladde={key}"):
        assert "toget" not in body(ole.get(address))
        assert typed_words(ole, address) == ""
    assert ole.post(draft_url(cast), {**sent, "summary": "Oles ord"}).status_code == 404
    assert "toget" in Draft.objects.get().content


def test_an_expired_login_in_the_middle_of_a_text_loses_nothing_to_bo_and_shows_nothing_to_ole(cast: Cast) -> None:
    with_password(cast.bo, "bo")
    with_password(cast.ole, "ole")
    for name, given_back in (("bo", True), ("ole", False)):
        client = browser()
        log_in(client, "bo")
        typed = fill(client, url(cast), **{**THIRTY_SECONDS, "summary": f"Talte om {name} og toget."})
        client.cookies.pop("sessionid")
        page = client.post(url(cast), typed)
        assert page.status_code == 401
        after = client.post("/log-ind/", {**hidden(page), "username": name, "password": "en-lang-sætning-om-havet"})
        assert ("og toget" in body(after)) == given_back


def test_the_drafts_address_answers_a_post_alone_and_refuses_what_has_no_slip(cast: Cast) -> None:
    bo = client_of(cast.bo)
    assert bo.get(draft_url(cast)).status_code == 405
    assert bo.post(draft_url(cast), {"summary": "x"}).status_code == 404
    assert bo.post(draft_url(cast), {"summary": "x", "draft": "falsk:slip"}).status_code == 404


def test_typing_leaves_no_look_and_no_entry_and_the_page_says_where_it_is_kept(cast: Cast) -> None:
    bo = client_of(cast.bo)
    page = body(bo.get(url(cast)))
    assert f'hx-post="{draft_url(cast)}"' in page
    sent = fill(bo, url(cast), **THIRTY_SECONDS)
    before = AuditEntry.objects.count()
    bo.post(draft_url(cast), sent)
    assert (AuditEntry.objects.count(), Entry.objects.count()) == (before, 0)


def test_a_text_that_is_too_long_for_a_draft_is_said_not_to_be_kept(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent: dict[str, Any] = fill(bo, url(cast), **{**THIRTY_SECONDS, "summary": "x" * 50_000})
    assert bo.post(draft_url(cast), sent).status_code == 413
