"""Breve fra bordet: a sheet each that says nothing, ticked once; what came meanwhile is for the next envelope."""

from uuid import UUID

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.post.actions import queue
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


def url(cast: Cast) -> str:
    return reverse("case_letters", args=[cast.aminas_table.pk])


def letter(cast: Cast, event: str, kind: Kind = Kind.PLACE_OFFERED) -> UUID:
    one = queue(to=cast.amina, kind=kind, about=cast.aminas_table, event=event, at=MONDAY)
    Letter.objects.filter(pk=one.pk).update(way=Way.PAPER)
    return one.pk


def test_the_sheet_names_her_and_a_number_to_call_and_nothing_else(cast: Cast) -> None:
    letter(cast, "place_offered:1")
    page = text_of(client_of(cast.bo), url(cast))
    sheet = page.partition("Amina Yusuf")[2].partition("Brevet er sendt")[0].split(maxsplit=3)[3]
    assert sheet == (
        "Der er nyt til dig Log ind for at se det: http://127.0.0.1:8000/ Kan du ikke logge ind? Så ring på "
        "20 00 00 02 (man–tors 9–12). Vi skriver aldrig i et brev, hvad det handler om. "
    )


def test_ticked_is_sent_once_and_what_came_meanwhile_waits(cast: Cast) -> None:
    first = letter(cast, "place_offered:1")
    bo = client_of(cast.bo)
    seen = {"letter": [str(first)]}
    second = letter(cast, "proposal:1", Kind.PROPOSAL)
    assert [bo.post(url(cast), seen).status_code for _tap in range(2)] == [303, 303]
    states = {one.pk: one.state for one in Letter.objects.all()}
    assert states == {first: State.SENT, second: State.WAITING}
    assert Entry.objects.filter(act="letter.posted", actor=cast.bo.pk, thing=first).count() == 1
    assert bo.post(url(cast), {"letter": ["", "no number", str(cast.amina.pk)]}).status_code == 303
    assert Entry.objects.filter(act="letter.posted").count() == 1


def test_nobody_but_her_caseworker_reads_or_ticks_it(cast: Cast) -> None:
    number = letter(cast, "place_offered:1")
    for person in (cast.ole, cast.birthe, cast.mie, cast.amina, cast.lis):
        other = client_of(person)
        assert other.get(url(cast)).status_code == 404
        assert other.post(url(cast), {"letter": [str(number)]}).status_code == 404
    assert Letter.objects.get().state == State.WAITING


def test_many_letters_cost_what_one_costs(cast: Cast) -> None:
    letter(cast, "place_offered:1")
    bo = client_of(cast.bo)
    one = queries_of(bo, url(cast))
    for number in range(30):
        letter(cast, f"message:{number}")
    assert queries_of(bo, url(cast)) == one <= 12
