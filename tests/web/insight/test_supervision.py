"""De forløb, lodden faldt på: Ulla's, while it lasts; each look is noted at the table it was drawn from."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.plans import actions as plans
from bordenden.plans.queries import plan_of
from bordenden.programmes.models import Office
from bordenden.supervision.models import Supervision
from tests.cast import Cast, client_of
from tests.supervision.drawing import DAY, PURPOSE, sample, sample_of, supervisor
from tests.web.pages import queries_of, text_of


def url(opened: Supervision) -> str:
    """The sample."""
    return reverse("supervision", args=[opened.pk])


def test_ulla_reads_the_names_and_numbers_of_her_sample_and_no_others(cast: Cast) -> None:
    ulla = supervisor(cast)
    plan = plans.begin(table=cast.karims_table, by=cast.ole, at=cast.at)
    opened = sample_of(cast, ulla, cast.karims_table)
    page = text_of(client_of(ulla), url(opened))
    assert [words in page for words in ("Karim", "Sag F-2", PURPOSE, "1 af 3 forløb")] == [True] * 4
    assert [words in page for words in ("Aziz", "Amina", "F-1", "Jens")] == [False] * 4
    html = client_of(ulla).get(url(opened)).content.decode()
    assert reverse("supervised_plan", args=[plan.pk]) in html
    assert reverse("supervised_contacts", args=[cast.karims_table.pk]) in html


def test_the_look_is_noted_at_each_table_drawn(cast: Cast) -> None:
    ulla = supervisor(cast)
    opened = sample(cast, ulla, 2)
    client_of(ulla).get(url(opened))
    looked = Entry.objects.filter(actor=ulla.pk, act="supervision.read").values_list("table", flat=True)
    assert set(looked) == set(opened.supervised.values_list("table", flat=True))


def test_the_day_after_it_does_not_exist(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    ulla = supervisor(cast)
    plan = plans.begin(table=cast.karims_table, by=cast.ole, at=cast.at)
    opened = sample_of(cast, ulla, cast.karims_table, days=3)
    urls = [
        url(opened),
        reverse("supervised_plan", args=[plan.pk]),
        reverse("supervised_contacts", args=[cast.karims_table.pk]),
    ]
    client, at = client_of(ulla), now()
    statuses = []
    for days in (0, 3, 4):
        monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda days=days: at + days * DAY)
        statuses.append([client.get(one).status_code for one in urls])
    assert statuses == [[200] * 3, [200] * 3, [404] * 3]


def test_who_has_left_the_office_reads_no_more_though_the_day_has_not_come(cast: Cast) -> None:
    ulla = supervisor(cast)
    plan = plans.begin(table=cast.karims_table, by=cast.ole, at=cast.at)
    opened = sample_of(cast, ulla, cast.karims_table, days=3)
    urls = [
        url(opened),
        reverse("supervised_plan", args=[plan.pk]),
        reverse("supervised_contacts", args=[cast.karims_table.pk]),
    ]
    client = client_of(ulla)
    assert [client.get(one).status_code for one in urls] == [200] * 3
    Office.objects.filter(person=ulla).update(ends_at=now())
    assert [client.get(one).status_code for one in urls] == [404] * 3


def test_nothing_can_be_sent_to_what_is_read(cast: Cast) -> None:
    ulla = supervisor(cast)
    plan = plans.begin(table=cast.karims_table, by=cast.ole, at=cast.at)
    opened = sample_of(cast, ulla, cast.karims_table)
    table = cast.karims_table.pk
    refused = [
        reverse(name, args=[pk])
        for name, pk in (
            ("supervisions", cast.project.pk),
            ("supervision", opened.pk),
            ("supervised_plan", plan.pk),
            ("supervised_contacts", table),
            ("contact_new", table),
        )
    ]
    assert {client_of(ulla).post(one).status_code for one in refused} == {404, 405}


@pytest.mark.parametrize("name", ["karim", "ole", "lis", "bo", "vibe", "gerd"])
def test_it_is_nobody_elses(cast: Cast, name: str) -> None:
    """Not even another faglig leder's, of the same project or of another."""
    ulla, vibe = supervisor(cast), supervisor(cast, cast.neighbours, "Vibe")
    others = {"vibe": vibe, "gerd": supervisor(cast, given="Gerd")}
    opened = sample_of(cast, ulla, cast.karims_table)
    client = client_of(others.get(name) or getattr(cast, name))
    assert client.get(url(opened)).status_code == 404


def test_one_and_three_cost_the_same_queries(cast: Cast) -> None:
    ulla, vibe = supervisor(cast), supervisor(cast, given="Vibe")
    one, three = sample(cast, ulla, 1), sample(cast, vibe, 3)
    costs = [queries_of(client_of(ulla), url(one)), queries_of(client_of(vibe), url(three))]
    assert (costs[0], costs[0] <= 12, plan_of(table=cast.karims_table)) == (costs[1], True, None)
