"""En mentor hos den, der passer det: described, shown, hidden, called; fewer places take nobody's mentor."""

from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.mentors.models import MentorProfile
from bordenden.people.models import Person
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast, client_of
from tests.offers.kept import begun
from tests.web.entry.logins import hidden
from tests.web.insight.keeping import refused_to_others
from tests.web.insight.mentoring import SAID, described
from tests.web.pages import queries_of, words_in


def url(profile: MentorProfile) -> str:
    return reverse("mentor_kept", args=[profile.pk])


def test_two_who_change_it_at_once_are_both_shown_and_what_was_typed_stays(cast: Cast) -> None:
    begun(cast)
    lis, page, key = client_of(cast.lis), url(described(cast)), {"form_key": str(cast.amina.pk)}
    assert lis.post(page, {**SAID, **key, "about": "Jeg lytter.", "version": "1"}).status_code == 303
    stale = lis.post(page, {**SAID, **key, "about": "Jeg taler.", "version": "1"})
    words = words_in(stale.content.decode())
    assert (stale.status_code, "Jeg lytter." in words, "Jeg taler." in words) == (422, True, True)
    assert lis.post(page, {**SAID, **key, "about": "Jeg taler.", "version": "2"}).status_code == 303
    nothing = lis.post(page, {**SAID, **key, "about": "Mit nye", "languages": [], "version": "3"})
    html = nothing.content.decode()
    assert (nothing.status_code, "Vælg mindst ét sprog." in html, ">\nMit nye</textarea>" in html) == (
        422,
        True,
        True,
    )
    kept = MentorProfile.objects.get()
    assert (kept.about, kept.languages, kept.capacity, kept.version) == ("Jeg taler.", "da so", 3, 3)


def test_fewer_places_than_citizens_take_nobodys_mentor_and_the_page_says_so(cast: Cast) -> None:
    begun(cast)
    lis, page = client_of(cast.lis), url(described(cast))
    sent = {**SAID, "capacity": "0", "version": "1", "form_key": str(cast.amina.pk)}
    words = words_in(lis.post(page, sent, follow=True).content.decode())
    assert "Der er plads til 0, og 1 har mentoren. Ingen mister sin mentor. Ingen ny kan vælge." in words
    assert "Fyldt op 1 har mentoren nu, plads til 0" in words
    cast.mies_seat.refresh_from_db()
    assert cast.mies_seat.ends_at is None


def test_nobody_is_shown_whom_a_citizen_cannot_call(cast: Cast) -> None:
    begun(cast)
    lis, page = client_of(cast.lis), url(described(cast, cast.sara, shown=False))
    refused = lis.post(page, {"show": "1"})
    assert (refused.status_code, "Borgeren skal kunne ringe til Sara." in refused.content.decode()) == (422, True)
    short = lis.post(page, {"call": "1", "phone": "112", "reachable": "altid"})
    assert (short.status_code, 'value="112"' in short.content.decode()) == (422, True)
    assert lis.post(page, {"call": "1", "phone": "20 00 00 05", "reachable": "aften"}).status_code == 303
    assert lis.post(page, {"show": "1"}).status_code == 303
    assert MentorProfile.objects.get().shown_at is not None
    assert lis.post(page, {"hide": "1"}).status_code == 303
    assert (MentorProfile.objects.get().shown_at, Person.objects.get(pk=cast.sara.pk).reachable) == (None, "aften")


def test_a_mentor_who_is_caseworker_too_says_telephone_and_hours_herself(cast: Cast) -> None:
    """What Karim reads of his caseworker Ole is not changed by whoever describes the mentors; Mie's is, and is heard."""
    begun(cast)
    lis, ole = client_of(cast.lis), url(described(cast, cast.ole))
    sent, own = {"call": "1", "phone": "20 00 00 99", "reachable": "nat"}, (cast.ole.phone, cast.ole.reachable)
    refused, words = lis.post(ole, sent), "Ole er også sagsbehandler og skriver selv sin telefon og træffetid."
    html = lis.get(ole).content.decode()
    assert (refused.status_code, words in words_in(refused.content.decode())) == (422, True)
    assert (words in words_in(html), 'name="phone"' in html, own[0] in html) == (True, False, True)
    cast.ole.refresh_from_db()
    assert (cast.ole.phone, cast.ole.reachable) == own
    mies = url(described(cast))
    assert lis.post(mies, sent).status_code == 303
    assert Person.objects.get(pk=cast.mie.pk).reachable == "nat"
    mies_own = lis.post(mies, {**sent, "reachable": "dag", "seen": "20 00 00 04 · før"})
    assert (mies_own.status_code, "20 00 00 99 · dag" in mies_own.content.decode()) == (422, True)
    assert Person.objects.get(pk=cast.mie.pk).reachable == "nat"


def test_only_the_own_municipality_comes_in_and_not_the_mentor(cast: Cast) -> None:
    """The neighbours' keeper is refused too, to read and to write; the page is within its twelve queries."""
    begun(cast)
    page = url(described(cast))
    give_office(person=cast.niels, role=OfficeRole.KEEPER, municipality=cast.bakkeby, at=MONDAY)
    refused_to_others(cast, page)
    sent = {**SAID, "about": "Noget andet", "version": "1", "form_key": str(cast.amina.pk)}
    assert [client_of(one).post(page, sent).status_code for one in (cast.niels, cast.bo, cast.mie)] == [404] * 3
    assert MentorProfile.objects.get().version == 1
    assert queries_of(client_of(cast.lis), page) <= 12


def test_what_was_typed_is_kept_and_forgotten_when_saved(cast: Cast) -> None:
    begun(cast)
    lis, page = client_of(cast.lis), url(described(cast))
    empty = hidden(lis.get(page))
    sent = {**SAID, **{name: empty[name] for name in ("draft", "form_key", "version")}}
    typed = {**sent, "about": "Halvt skrevet", "languages": "da"}
    assert lis.post(f"{page}kladde/", typed).status_code == 204
    again = lis.get(f"{page}?kladde={MentorProfile.objects.get().pk}").content.decode()
    assert (">\nHalvt skrevet</textarea>" in again, again.count(" checked")) == (True, 1)
    assert lis.post(page, typed).status_code == 303
    assert Draft.objects.get().content == ""
