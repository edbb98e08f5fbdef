"""Slut før tid: Ulla closes her sample herself; she is a stranger at its tables from that moment."""

import pytest
from django.urls import reverse

from bordenden.supervision.models import Supervision
from tests.cast import Cast, client_of
from tests.supervision.drawing import sample_of, supervisor


def url(opened: Supervision) -> str:
    """Where it is ended."""
    return reverse("supervision_end", args=[opened.project_id, opened.pk])


def test_ulla_closes_it_and_reads_nothing_more(cast: Cast) -> None:
    ulla = supervisor(cast)
    opened = sample_of(cast, ulla, cast.karims_table)
    client, contacts = client_of(ulla), reverse("supervised_contacts", args=[cast.karims_table.pk])
    assert (client.get(contacts).status_code, client.get(url(opened)).status_code) == (200, 200)
    answer = client.post(url(opened))
    assert (answer.status_code, answer["Location"]) == (303, reverse("supervisions", args=[opened.project_id]))
    assert (client.get(contacts).status_code, client.get(url(opened)).status_code) == (404, 404)
    assert client.post(url(opened)).status_code == 303


@pytest.mark.parametrize("name", ["lis", "ole", "karim", "vibe", "gerd"])
def test_only_whoever_opened_it_ends_it(cast: Cast, name: str) -> None:
    ulla, vibe = supervisor(cast), supervisor(cast, cast.neighbours, "Vibe")
    others = {"vibe": vibe, "gerd": supervisor(cast, given="Gerd")}
    opened = sample_of(cast, ulla, cast.karims_table)
    client = client_of(others.get(name) or getattr(cast, name))
    assert (client.get(url(opened)).status_code, client.post(url(opened)).status_code) == (404, 404)
    assert Supervision.objects.get().ended_at is None
