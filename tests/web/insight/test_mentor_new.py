"""Beskriv en mentor: somebody new with a telephone, or somebody who is mentor already; once, and shown to nobody yet."""

from uuid import uuid4

from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.mentors.models import MentorProfile
from bordenden.people.models import Person
from tests.cast import Cast, client_of
from tests.offers.kept import begun
from tests.web.entry.logins import hidden
from tests.web.insight.keeping import refused_to_others
from tests.web.insight.mentoring import SAID

AISHA = {**SAID, "given_name": "Aisha", "family_name": "Noor", "phone": "20 00 00 31", "reachable": "hverdage 12–18"}


def url(cast: Cast) -> str:
    return reverse("mentor_new", args=[begun(cast).pk])


def test_somebody_new_is_registered_once_and_other_words_from_the_same_form_are_not_lost(cast: Cast) -> None:
    lis, page, sent = client_of(cast.lis), url(cast), {**AISHA, "form_key": str(uuid4())}
    assert [lis.post(page, sent).status_code for _time in "ab"] == [303, 303]
    (made,) = MentorProfile.objects.all()
    assert (made.person.name, made.person.can_be_called, made.shown_at) == ("Aisha Noor", True, None)
    other = lis.post(page, {**sent, "given_name": "Henrik"})
    assert (other.status_code, "Aisha Noor" in other.content.decode()) == (422, True)
    again = hidden(other)["form_key"]
    assert lis.post(page, {**sent, "given_name": "Henrik", "form_key": again}).status_code == 303
    assert sorted(MentorProfile.objects.values_list("person__given_name", flat=True)) == ["Aisha", "Henrik"]


def test_somebody_new_needs_a_name_and_a_telephone_and_what_was_typed_stays(cast: Cast) -> None:
    sent = {**AISHA, "given_name": "", "phone": "", "form_key": str(uuid4())}
    answer = client_of(cast.lis).post(url(cast), sent)
    html = answer.content.decode()
    assert (answer.status_code, "Skriv, hvad mentoren hedder." in html) == (422, True)
    assert ("Skriv et telefonnummer." in html, f">\n{SAID['about']}</textarea>" in html) == (True, True)
    assert not Person.objects.filter(family_name="Noor").exists()


def test_mie_is_mentor_already_and_is_described_under_her_own_name(cast: Cast) -> None:
    """Nobody else of the municipality is on the list, and none who is not can be sent."""
    lis, page, people = client_of(cast.lis), url(cast), Person.objects.count()
    html = lis.get(page).content.decode()
    assert (f'value="{cast.mie.pk}"' in html, f'value="{cast.bo.pk}"' in html) == (True, False)
    assert lis.post(page, {**SAID, "person": str(cast.bo.pk), "form_key": str(uuid4())}).status_code == 422
    sent = {**SAID, "person": str(cast.mie.pk), "form_key": str(uuid4())}
    assert [lis.post(page, sent).status_code for _time in "ab"] == [303, 303]
    assert lis.post(page, {**sent, "form_key": str(uuid4())}).status_code == 422
    made = MentorProfile.objects.get()
    assert (made.person, made.person.reachable, Person.objects.count()) == (cast.mie, "hverdage 10–16", people)


def test_it_is_the_own_municipalitys_and_a_draft_is_kept(cast: Cast) -> None:
    page, lis = url(cast), client_of(cast.lis)
    refused_to_others(cast, page)
    assert [client_of(one).post(page, AISHA).status_code for one in (cast.niels, cast.bo, cast.mie)] == [404] * 3
    empty = hidden(lis.get(page))
    sent = {**AISHA, "draft": empty["draft"], "form_key": empty["form_key"]}
    assert lis.post(f"{page}kladde/", sent).status_code == 204
    again = lis.get(f"{page}?kladde={sent['form_key']}")
    assert ('value="Aisha"' in again.content.decode(), hidden(again)["form_key"]) == (True, sent["form_key"])
    assert lis.post(page, {**sent, "draft": hidden(again)["draft"]}).status_code == 303
    assert (Draft.objects.get().content, MentorProfile.objects.count()) == ("", 1)
