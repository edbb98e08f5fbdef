"""Arrangementer: the municipality's whole list."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.insight.keeping import fjordbys, refused_to_others


def test_lis_sees_both_and_others_none(story: Cast) -> None:
    url = reverse("events_kept", args=[fjordbys(story).pk])
    page = client_of(story.lis).get(url).content.decode()
    assert page.index("Job- og uddannelsesmesse (opdigtet)") < page.index("Aften om uddannelse (opdigtet)")
    refused_to_others(story, url)
