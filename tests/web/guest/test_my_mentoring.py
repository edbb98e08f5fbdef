"""Om mig som mentor: Mie describes herself and nobody else; fewer places take her from nobody."""

from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.mentors.models import MentorProfile
from bordenden.people import actions as people
from tests.cast import Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.insight.mentoring import SAID, described
from tests.web.pages import queries_of, text_of, words_in

URL = "/gaest/mentor-om-mig/"
KEY = "00000000-0000-4000-8000-000000000001"
MINE = {name: value for name, value in SAID.items() if name != "comes_from"}


def test_mie_describes_herself_and_nobody_else(cast: Cast) -> None:
    """Where she comes from is the municipality's to say, and the address names nobody."""
    own, saras = described(cast), described(cast, cast.sara, shown=False)
    mie = client_of(cast.mie)
    sent = {**MINE, "about": "Jeg har god tid.", "version": "1", "form_key": KEY}
    others = {"profile": str(saras.pk), "person": str(cast.sara.pk), "pk": str(saras.pk), "comes_from": "municipal"}
    assert mie.post(URL, {**sent, **others}).status_code == 303
    own.refresh_from_db()
    saras.refresh_from_db()
    assert (own.about, own.comes_from, own.version, own.set_by) == ("Jeg har god tid.", "peer", 2, cast.mie)
    assert (saras.about, saras.version) == ("Jeg går med, når noget er nyt.", 1)
    assert mie.post(reverse("mentor_kept", args=[saras.pk]), {**SAID, **sent}).status_code == 404


def test_whoever_is_no_mentor_finds_no_page(cast: Cast) -> None:
    described(cast)
    for one in (cast.bo, cast.amina, cast.lis, cast.sara):
        visitor = client_of(one)
        answers = visitor.get(URL), visitor.post(URL, {**MINE, "version": "1", "form_key": KEY})
        assert [answer.status_code for answer in answers] == [404, 404]
    assert MentorProfile.objects.get().version == 1


def test_a_mentor_nobody_has_chosen_yet_is_led_there(cast: Cast) -> None:
    aisha = people.register(municipality=cast.fjordby, given_name="Aisha", made_up=True)
    people.give_demo_login(person=aisha, username="aisha", order=90, line="Mentor, som ingen har valgt endnu")
    described(cast, aisha, shown=False)
    answer = client_of(aisha).get(reverse("home"))
    assert (answer.status_code, answer["Location"]) == (302, URL)
    words = text_of(client_of(aisha), URL)
    assert ("Ingen kan vælge dig lige nu." in words, "Vi mangler dit telefonnummer" in words) == (True, True)


def test_no_room_takes_her_from_nobody_and_the_page_says_so(cast: Cast) -> None:
    described(cast)
    mie = client_of(cast.mie)
    answer = mie.post(URL, {**MINE, "capacity": "0", "version": "1", "form_key": KEY}, follow=True)
    words = words_in(answer.content.decode())
    assert "Du er mentor for 1 person nu." in words
    assert "Du har plads til 0. Ingen mister dig som mentor. Nye kan først vælge dig, når der er plads igen." in words
    cast.mies_seat.refresh_from_db()
    assert cast.mies_seat.ends_at is None
    assert queries_of(mie, URL) <= 12


def test_the_municipality_wrote_at_once_and_both_texts_are_shown(cast: Cast) -> None:
    described(cast)
    mie = client_of(cast.mie)
    assert mie.post(URL, {**MINE, "about": "Det nye", "version": "1", "form_key": KEY}).status_code == 303
    stale = mie.post(URL, {**MINE, "about": "Det andet", "version": "1", "form_key": KEY})
    words = words_in(stale.content.decode())
    assert (stale.status_code, "Det nye" in words, "Det andet" in words) == (422, True, True)
    assert hidden(stale)["version"] == "2"


def test_what_she_typed_is_kept_and_she_finds_her_way_there(cast: Cast) -> None:
    described(cast)
    mie = client_of(cast.mie)
    assert "Om mig som mentor" in text_of(mie, "/gaest/")
    assert "Om mig som mentor" not in text_of(client_of(cast.sara), "/gaest/")
    empty = hidden(mie.get(URL))
    sent = {**MINE, **{name: empty[name] for name in ("draft", "form_key", "version")}}
    assert mie.post(f"{URL}kladde/", {**sent, "about": "Halvt skrevet"}).status_code == 204
    again = mie.get(f"{URL}?kladde={cast.mie.pk}").content.decode()
    assert ">\nHalvt skrevet</textarea>" in again
    assert mie.post(URL, {**sent, "about": "Helt skrevet"}).status_code == 303
    assert Draft.objects.get().content == ""
