"""Tag et tilbud ud: Lis reads who is told and who keeps a place before she does it."""

from uuid import uuid4

from django.urls import reverse

from bordenden.offers import actions
from bordenden.offers.models import Offer, Waiting
from bordenden.plans.models import Chosen
from bordenden.plans.queries import marks_of
from bordenden.plans.words import ChosenStatus
from bordenden.post.models import Letter
from tests.cast import MONDAY, Cast, client_of
from tests.offers.kept import begun, opened, published
from tests.offers.made import tables_of
from tests.web.insight.keeping import offer, refused_to_others
from tests.web.pages import text_of

NATURE = "praktik-natur"


def test_the_rule_is_said_and_then_done(cast: Cast) -> None:
    begun(cast)
    kept = published(cast, capacity=1)
    (first, table), *others = tables_of(cast, 3)
    place = actions.join(offer=kept, table=table, form_key=uuid4(), by=first, at=MONDAY)
    actions.take(waiting=place, by=first, at=MONDAY)
    for head, another in others:
        actions.join(offer=kept, table=another, form_key=uuid4(), by=head, at=MONDAY)
    url, lis = reverse("offer_withdraw", args=[kept.pk]), client_of(cast.lis)
    page = lis.get(url).content.decode()
    assert "2 venter eller har fået en plads tilbudt. De får besked" in page
    assert "1 har sagt ja til en plads og beholder den." in page
    assert lis.post(url, {}).status_code == 303
    assert sorted(Waiting.objects.values_list("state", flat=True)) == ["taken", "withdrawn", "withdrawn"]
    assert set(Letter.objects.filter(kind="offer_withdrawn").values_list("person", flat=True)) == {
        head.pk for head, _table in others
    }


def test_who_waits_has_the_wish_again_on_the_plan_and_who_was_offered_a_place_too(story: Cast) -> None:
    kept, hers = offer(story, NATURE), Chosen.objects.get(table=story.aminas_table, offer__starter=NATURE)
    assert hers.status == ChosenStatus.WAITING
    assert client_of(story.lis).post(reverse("offer_withdraw", args=[kept.pk]), {}).status_code == 303
    marks = marks_of(chosen=hers)
    assert [(mark.status, mark.why, mark.by) for mark in marks[:1]] == [
        (ChosenStatus.WISH, "Tilbuddet findes ikke mere", None)
    ]
    read = text_of(client_of(story.amina), reverse("chosen", args=[hers.pk]))
    assert (Chosen.objects.get(pk=hers.pk).status, "Tilbuddet findes ikke mere" in read) == (ChosenStatus.WISH, True)
    assert "nummer" not in read


def test_the_last_of_an_area_is_kept_and_the_page_says_why(cast: Cast) -> None:
    last = opened(cast)[0]
    answer = client_of(cast.lis).post(reverse("offer_withdraw", args=[last.pk]), {})
    assert answer.status_code == 422
    assert "Det er det sidste tilbud under Job. Udgiv et andet først." in answer.content.decode()
    assert Offer.objects.get(pk=last.pk).withdrawn_at is None


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    refused_to_others(story, reverse("offer_withdraw", args=[offer(story, "gaeld").pk]))
