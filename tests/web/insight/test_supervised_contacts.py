"""Kontakt, jeg ser på: what was written about the contact with a citizen in the sample, as it stands."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from tests.cast import Cast, client_of
from tests.supervision.drawing import PURPOSE, sample_of, supervisor
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import noted


def url(cast: Cast) -> str:
    """Amina's log, as it is read here."""
    return reverse("supervised_contacts", args=[cast.aminas_table.pk])


def test_ulla_reads_what_bo_wrote_and_the_look_is_noted(cast: Cast) -> None:
    noted(cast, summary="Vi talte om at mødes ude.")
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.aminas_table)
    client = client_of(ulla)
    page = text_of(client, url(cast))
    assert ("Vi talte om at mødes ude." in page, PURPOSE in page, "Ret ved at tilføje" in page) == (True, True, False)
    looked = Entry.objects.filter(actor=ulla.pk, act="supervised_contacts.read", kind="look")
    assert [entry.table for entry in looked] == [cast.aminas_table.pk]


def test_development_messages_files_and_talks_stay_closed(cast: Cast) -> None:
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.aminas_table)
    closed = (
        "case", "case_development", "guest_development", "case_contacts", "guest_contacts", "contact_new",
        "case_messages", "case_files", "conversations", "case_mentor", "case_mentor_notes", "guest_mentor", "table",
        "development", "looks", "seats", "sheets", "my_mentor", "guest_table",
    )  # fmt: skip
    client = client_of(ulla)
    opened = {name: client.get(reverse(name, args=[cast.aminas_table.pk])).status_code for name in closed}
    assert opened == dict.fromkeys(closed, 404)


@pytest.mark.parametrize("name", ["amina", "bo", "mie", "lis", "ole"])
def test_it_is_nobody_elses_page(cast: Cast, name: str) -> None:
    sample_of(cast, supervisor(cast), cast.aminas_table)
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_one_entry_and_fifty_cost_the_same_queries(cast: Cast) -> None:
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.aminas_table)
    noted(cast)
    client = client_of(ulla)
    one = queries_of(client, url(cast))
    for _time in range(49):
        noted(cast)
    assert (queries_of(client, url(cast)), one <= 12) == (one, True)
