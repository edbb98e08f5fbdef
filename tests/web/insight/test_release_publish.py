"""Udgiv tal: Stine chooses a quarter; what is not safe is refused with a sentence."""

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest
from django.urls import reverse

from bordenden.evaluation import publication
from bordenden.evaluation.models import Release
from bordenden.evaluation.quarters import Quarter, parse
from bordenden.pathways.models import Exit
from bordenden.programmes.models import Programme
from bordenden.worlds.aalborg import Aalborg
from tests.cast import Cast, client_of

release_publish = import_module("bordenden.web.insight.views.release_publish")
publishing = import_module("bordenden.web.insight.publishing")


def test_stine_publishes_a_quarter_and_lands_on_it(jobcenter: Aalborg) -> None:
    """303 to the protected table."""
    Release.objects.all().delete()
    answer = client_of(jobcenter.stine).post(_page(jobcenter), {"quarter": "2016Q3"})
    release = Release.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("release", args=[release.pk]))
    assert release.quarter == "2016Q3"


def test_a_quarter_published_before_is_not_offered_and_not_taken(jobcenter: Aalborg) -> None:
    """Pressing twice publishes once."""
    client = client_of(jobcenter.stine)
    assert "Der er ikke noget at udgive lige nu" in client.get(_page(jobcenter)).content.decode()
    again = client.post(_page(jobcenter), {"quarter": "2016Q3"})
    assert again.status_code == 422
    assert "Vælg et af kvartalerne på listen." in again.content.decode()
    assert Release.objects.count() == 1


def test_what_cannot_be_made_safe_is_refused_with_a_sentence(jobcenter: Aalborg) -> None:
    """Two of 200 have left: everything would be withheld, even then the attack has the last word."""
    Release.objects.all().delete()
    client = client_of(jobcenter.stine)
    client.post(_page(jobcenter), {"quarter": "2016Q2"})
    Exit.objects.filter(on__gt="2016-06-30").update(on="2016-06-30")
    Exit.objects.filter(pk__in=list(Exit.objects.order_by("pk").values_list("pk", flat=True)[:2])).update(
        on="2016-08-01"
    )
    refused = client.post(_page(jobcenter), {"quarter": "2016Q3"})
    assert refused.status_code == 422
    assert "udgive" in refused.content.decode()
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("meanwhile", "words"), [("2016Q3", "det kvartal eller et senere"), ("2016Q2", "udgivet før")]
)
def test_what_another_published_meanwhile_was_not_in_the_check(
    jobcenter: Aalborg, monkeypatch: pytest.MonkeyPatch, meanwhile: str, words: str
) -> None:
    """Two at the agency press at once: the second is refused with a sentence, never published unchecked."""
    Release.objects.all().delete()
    check = publication.publishable_exits

    def slow(*, programme: Programme, quarter: Quarter, at: datetime) -> publication.Publishable:
        safe = check(programme=programme, quarter=quarter, at=at)
        published.append(check(programme=programme, quarter=parse(meanwhile), at=at))
        return safe

    def first_another(safe: publication.Publishable, *, by: Any, at: datetime) -> Release:
        publication.publish(published.pop(), by=by, at=at)
        return publication.publish(safe, by=by, at=at)

    published: list[publication.Publishable] = []
    monkeypatch.setattr(release_publish, "publishable_exits", slow)
    monkeypatch.setattr(publishing, "publish", first_another)
    refused = client_of(jobcenter.stine).post(_page(jobcenter), {"quarter": "2016Q3"})
    assert refused.status_code == 422
    assert words in refused.content.decode()


def test_nobody_but_the_agency_publishes(cast: Cast) -> None:
    """Eva, Lis and Amina: 404 for the page and for the press of the button."""
    page = reverse("release_publish", args=[cast.programme.pk])
    for person in (cast.eva, cast.lis, cast.niels, cast.amina, cast.bo):
        assert client_of(person).get(page).status_code == 404
        assert client_of(person).post(page, {"quarter": "2025Q4"}).status_code == 404
    assert client_of(cast.stine).get(page).status_code == 200
    assert Release.objects.count() == 0


def _page(jobcenter: Aalborg) -> str:
    return reverse("release_publish", args=[jobcenter.programme.pk])
