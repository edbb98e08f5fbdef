"""Forslag til alle tomme pladser: shown with its reason, changed by hand, done as it was shown or not at all."""

import re

from django.test import Client
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.insight.staying import NEVER, caseworker_at, empty
from tests.web.pages import queries_of, text_of, words_in


def url(cast: Cast) -> str:
    return reverse("chairs_fill", args=[cast.project.pk])


def seen(client: Client, page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', client.get(page).content.decode())
    assert found
    return found[1]


def test_continuity_comes_first_and_lis_does_it_in_one_act(cast: Cast) -> None:
    for table in (cast.aminas_table, cast.karims_table):
        empty(cast, table)
    lis = client_of(cast.lis)
    html = lis.get(url(cast)).content.decode()
    assert "Sag F-1: Bo Lund Har siddet ved bordet før." in words_in(html)
    assert "Sag F-2: Ole Brandt Har siddet ved bordet før." in words_in(html)
    assert [name for name in NEVER if name in html] == []
    assert lis.post(url(cast), {"do": "move", "seen": seen(lis, url(cast))}).status_code == 303
    assert [caseworker_at(table) for table in (cast.aminas_table, cast.karims_table)] == [cast.bo, cast.ole]
    assert "Alle har en sagsbehandler" in text_of(lis, url(cast))


def test_a_choice_by_hand_is_shown_before_it_is_done(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis = client_of(cast.lis)
    ticked = {"give": str(cast.karims_table.pk), "who": str(cast.birthe.pk)}
    early = lis.post(url(cast), {"do": "move", "seen": seen(lis, url(cast)), **ticked})
    assert (early.status_code, caseworker_at(cast.karims_table)) == (422, None)
    said = words_in(early.content.decode())
    assert "Forslaget er regnet om. Se det igennem, og tryk så igen." in said
    assert "Sag F-2: Birthe Holst Du har valgt det." in said
    shown = lis.post(url(cast), {"do": "see", **ticked})
    assert shown.status_code == 200
    mark = re.search(r'name="seen" value="(\w+)"', shown.content.decode())
    assert mark
    kept = {f"pick-{cast.karims_table.pk}": str(cast.birthe.pk)}
    assert f'name="{next(iter(kept))}" value="{cast.birthe.pk}"' in shown.content.decode()
    back = lis.post(url(cast), {"do": "see", **kept, "give": str(cast.karims_table.pk), "who": ""})
    assert "Sag F-2: Ole Brandt Har siddet ved bordet før." in words_in(back.content.decode())
    assert lis.post(url(cast), {"do": "move", "seen": mark[1], **kept}).status_code == 303
    assert caseworker_at(cast.karims_table) == cast.birthe


def test_whoever_is_chosen_for_nobody_is_asked_about_and_nothing_is_done(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis = client_of(cast.lis)
    for do, status in (("see", 200), ("move", 422)):
        sent = {"do": do, "seen": seen(lis, url(cast)), "who": str(cast.birthe.pk)}
        asked = lis.post(url(cast), sent)
        assert asked.status_code == status
        assert "Du har valgt Birthe Holst, men ikke sat kryds ved nogen." in words_in(asked.content.decode())
        assert f'<option value="{cast.birthe.pk}" selected>' in asked.content.decode()
    assert caseworker_at(cast.karims_table) is None


def test_what_changed_meanwhile_is_shown_again_and_nothing_is_done(cast: Cast) -> None:
    empty(cast, cast.karims_table)
    lis = client_of(cast.lis)
    before = seen(lis, url(cast))
    empty(cast, cast.holms_table)
    assert lis.post(url(cast), {"do": "move", "seen": before}).status_code == 422
    assert caseworker_at(cast.karims_table) is None


def test_it_costs_the_same_for_one_and_for_three_and_strangers_get_404(cast: Cast) -> None:
    lis = client_of(cast.lis)
    empty(cast, cast.karims_table)
    one = queries_of(lis, url(cast))
    for table in (cast.holms_table, cast.aminas_table):
        empty(cast, table)
    assert (queries_of(lis, url(cast)), one <= 12) == (one, True)
    for person in (cast.bo, cast.amina, cast.niels, cast.stine):
        assert client_of(person).post(url(cast), {"do": "move"}).status_code == 404
