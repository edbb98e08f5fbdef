"""Et tilbud hos den, der passer det: what is missing is named, and published it is when nothing is."""

from uuid import uuid4

from django.urls import reverse

from bordenden.offers import actions
from bordenden.offers.models import Offer
from tests.cast import MONDAY, Cast, client_of
from tests.offers.kept import begun, draft, published
from tests.offers.made import tables_of
from tests.web.insight.keeping import offer, refused_to_others
from tests.web.pages import queries_of


def test_what_is_missing_is_named_before_and_when_it_is_published(cast: Cast) -> None:
    begun(cast)
    kept, lis = draft(cast, place="", contact_phone=""), client_of(cast.lis)
    url = reverse("offer_kept", args=[kept.pk])
    page = lis.get(url).content.decode()
    assert "<li>Sted</li><li>Telefon</li>" in page
    answer = lis.post(url, {})
    assert answer.status_code == 422
    assert "Skriv også: Sted, Telefon." in answer.content.decode()
    Offer.objects.update(place="Skoven", contact_phone="20 00 00 44")
    assert lis.post(url, {}).status_code == 303
    assert Offer.objects.get().published_at is not None


def test_more_people_than_places_is_explained(cast: Cast) -> None:
    begun(cast)
    kept = published(cast, capacity=2)
    for head, table in tables_of(cast, 3):
        actions.join(offer=kept, table=table, form_key=uuid4(), by=head, at=MONDAY)
    Offer.objects.update(capacity=1)
    page = client_of(cast.lis).get(reverse("offer_kept", args=[kept.pk])).content.decode()
    assert "Der er 1 pladser, og 2 har en. Ingen mister sin plads." in page
    assert "2 af 1 pladser er taget, 1 venter" in page
    assert "Borger 0" not in page


def test_the_way_to_its_line_and_back(story: Cast) -> None:
    kept, lis = offer(story, "praktik-natur"), client_of(story.lis)
    url, line = (reverse(name, args=[kept.pk]) for name in ("offer_kept", "offer_line"))
    assert f'<a href="{line}">Køen til tilbuddet</a>' in lis.get(url).content.decode()
    assert f'href="{url}"' in lis.get(line).content.decode()
    assert max(queries_of(lis, page) for page in (url, line)) <= 12


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    refused_to_others(story, reverse("offer_kept", args=[offer(story, "gaeld").pk]))
    national = Offer.objects.get(municipality=None, starter="gaeld")
    assert client_of(story.lis).get(reverse("offer_kept", args=[national.pk])).status_code == 404
