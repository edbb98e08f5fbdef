"""Ret et tilbud: Lis and Gry at once are both told; what is published stays complete."""

from django.urls import reverse

from bordenden.offers.models import Offer
from tests.cast import Cast, client_of
from tests.offers.kept import begun, draft, published
from tests.web.insight.keeping import SAID, offer, refused_to_others


def test_the_second_is_shown_both_texts_and_can_save_again(cast: Cast) -> None:
    begun(cast)
    url = reverse("offer_change", args=[draft(cast).pk])
    lis = client_of(cast.lis)
    assert lis.post(url, {**SAID, "place": "Skoven", "version": "1"}).status_code == 303
    answer = lis.post(url, {**SAID, "place": "Havnen", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sted: Skoven" in page
    assert "Sted: Havnen" in page
    assert 'name="version" value="2"' in page
    assert lis.post(url, {**SAID, "place": "Havnen", "version": "2"}).status_code == 303
    assert (Offer.objects.get().place, Offer.objects.get().version) == ("Havnen", 3)


def test_a_published_offer_is_not_emptied(cast: Cast) -> None:
    begun(cast)
    url = reverse("offer_change", args=[published(cast).pk])
    answer = client_of(cast.lis).post(url, {**SAID, "contact_phone": "", "version": "1"})
    assert (answer.status_code, "Skriv også: Telefon." in answer.content.decode()) == (422, True)
    assert Offer.objects.get().contact_phone == "20 00 00 44"


def test_the_form_shows_what_stands(story: Cast) -> None:
    url = reverse("offer_change", args=[offer(story, "laese-skrive-regne").pk])
    page = client_of(story.lis).get(url).content.decode()
    assert 'value="education:basics" selected' in page
    assert "16-03-2026\n13-04-2026" in page
    refused_to_others(story, url)
