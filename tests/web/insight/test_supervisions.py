"""Set efter: Ulla and Lis read what has been opened, why and at how many courses; nobody reads a citizen's name."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.foundation.ids import new_id
from bordenden.supervision.actions import end
from bordenden.supervision.models import Supervision
from tests.cast import Cast, client_of
from tests.supervision.drawing import DAY, PURPOSE, sample, sample_of, supervisor
from tests.web.pages import queries_of, text_of


def url(cast: Cast) -> str:
    """The list of Lis' project."""
    return reverse("supervisions", args=[cast.project.pk])


def test_lis_reads_the_purpose_and_the_number_and_no_name(cast: Cast) -> None:
    ulla = supervisor(cast)
    opened = sample_of(cast, ulla, cast.karims_table)
    page = text_of(client_of(cast.lis), url(cast))
    assert (PURPOSE in page, "1 af 3" in page, opened.seed in page, "Ulla Winther" in page) == (True,) * 4
    assert [name in page for name in ("Karim", "Amina", "F-2", "Træk lod")] == [False] * 4
    assert reverse("supervision", args=[opened.pk]) not in client_of(cast.lis).get(url(cast)).content.decode()


def test_ulla_comes_to_her_sample_while_it_lasts(cast: Cast) -> None:
    ulla = supervisor(cast)
    opened = sample_of(cast, ulla, cast.karims_table)
    way = reverse("supervision", args=[opened.pk])
    page = client_of(ulla).get(url(cast)).content.decode()
    assert (way in page, "Træk lod" in page) == (True, True)
    end(supervision=opened, by=ulla, at=now())
    assert way not in client_of(ulla).get(url(cast)).content.decode()


@pytest.mark.parametrize("name", ["amina", "karim", "bo", "ole", "mie", "niels", "eva", "stine", "vibe"])
def test_it_is_nobody_elses_page(cast: Cast, name: str) -> None:
    other = supervisor(cast, cast.neighbours, "Vibe") if name == "vibe" else getattr(cast, name)
    assert client_of(other).get(url(cast)).status_code == 404


def test_the_office_leads_straight_here(cast: Cast) -> None:
    assert client_of(supervisor(cast)).get(reverse("home"))["Location"] == url(cast)


def test_one_and_fifty_cost_the_same_and_the_page_stays_small(cast: Cast) -> None:
    lis = client_of(cast.lis)
    opened = sample(cast, supervisor(cast), 1, at=cast.at)
    one = queries_of(lis, url(cast))
    rows = [Supervision.objects.get(pk=opened.pk) for _row in range(49)]
    for back, row in enumerate(rows):
        row.pk, row.form_key = new_id(), new_id()
        row.opened_at, row.purpose = cast.at - back * DAY, "Om vi har spurgt. " * 16
    Supervision.objects.bulk_create(rows)
    answer = lis.get(url(cast))
    assert (queries_of(lis, url(cast)), len(answer.content) < 40_000) == (one, True)
    assert one <= 12
