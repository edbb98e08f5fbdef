"""What leaves a project: merged, withheld, rounded, attacked; refused when anything could be found out."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bordenden.audit.models import Entry
from bordenden.evaluation import publication
from bordenden.evaluation.frozen import freeze, thaw
from bordenden.evaluation.models import Release
from bordenden.evaluation.publication import publish_exits, publishable_exits, quarters_to_publish
from bordenden.evaluation.published import figures_of, quarter_words
from bordenden.evaluation.quarters import Quarter
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Exit
from bordenden.pathways.words import Decider, ExitReason
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.crowd import noon
from progression.disclosure import Findings, Known, Mark, SafeTables, attack

AFTERWARDS = noon(date(2016, 10, 14))


@pytest.mark.requirement("R219")
def test_the_rules_hold_for_the_published_table_of_aalborg(jobcenter: Aalborg) -> None:
    """Merged, then withheld: moving, prison and the rest are four people; every number a multiple of five."""
    (figures,) = figures_of(release=jobcenter.release)
    assert {line.label: line.people for line in figures.lines} == {
        "Borgeren har valgt at forlade projektet": 5,
        "Job, fleksjob, uddannelse eller revalidering": 10,
        "Flytning, fængsel og andet": None,
        "Udskrevet af sagsbehandler": 5,
    }
    assert figures.total == 25


@pytest.mark.requirement("R219")
def test_the_attack_finds_nothing_in_the_published_table_of_aalborg(jobcenter: Aalborg) -> None:
    """Not from the table alone, and not for the one who is in the withheld cell herself."""
    (content,) = jobcenter.release.tables
    table = thaw(content)
    assert attack([SafeTables((table,))]).nothing_recovered
    own = Known(table.frame.population, 1, (("reason", "elsewhere"),), table.frame.until, at_least=True)
    result = attack([SafeTables((table,))], known=[own])
    assert result.nothing_recovered
    (withheld,) = result.withheld
    assert (withheld.low, (withheld.high or 0) - withheld.low >= 5) == (1, True)
    assert jobcenter.release.checked["recovered"] == 0
    assert jobcenter.release.checked["attacks"] == 2


@pytest.mark.requirement("R219")
def test_quarter_after_quarter_nothing_is_found_over_all_releases(jobcenter: Aalborg) -> None:
    """Each quarter is published or refused; then all that was published is attacked together."""
    Release.objects.all().delete()
    published = 0
    for quarter in quarters_to_publish(programme=jobcenter.programme, at=AFTERWARDS):
        at = noon(quarter.last + timedelta(days=14))
        try:
            publish_exits(programme=jobcenter.programme, quarter=quarter, by=jobcenter.stine, at=at)
            published += 1
        except NotPossible:
            continue
    releases = [
        SafeTables(tuple(thaw(content) for content in release.tables))
        for release in Release.objects.order_by("quarter")
    ]
    assert published >= 2
    assert len(releases) == published
    assert attack(releases).nothing_recovered


def test_the_exact_numbers_are_nowhere_in_what_is_kept(jobcenter: Aalborg) -> None:
    """Frozen are multiples of five and nothing where something is withheld."""
    (content,) = jobcenter.release.tables
    assert content["cells"] == [5, 10, None, 5, 25]
    assert "26" not in str(jobcenter.release.checked)


def test_a_quarter_is_published_once_after_it_ended_and_in_order(jobcenter: Aalborg) -> None:
    """Again, earlier, and one that has not ended are refused; what stands keeps standing."""
    programme, stine = jobcenter.programme, jobcenter.stine
    for quarter in (Quarter(2016, 3), Quarter(2016, 2)):
        with pytest.raises(NotPossible, match="Vælg et kvartal, der er slut"):
            publish_exits(programme=programme, quarter=quarter, by=stine, at=AFTERWARDS)
    Release.objects.all().delete()
    with pytest.raises(NotPossible, match="Vælg et kvartal, der er slut"):
        publish_exits(programme=programme, quarter=Quarter(2016, 3), by=stine, at=noon(date(2016, 9, 30)))
    release = publish_exits(programme=programme, quarter=Quarter(2016, 3), by=stine, at=noon(date(2016, 10, 1)))
    assert quarter_words(release) == "3. kvartal 2016"
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            programme=programme, code="exits", quarter="2016Q3", published_at=AFTERWARDS, tables=[], checked={}
        )


def test_too_few_new_people_and_the_old_figures_stay(jobcenter: Aalborg) -> None:
    """A table that changes by fewer than five people would tell about them."""
    Release.objects.all().delete()
    Exit.objects.filter(on__gt=date(2016, 6, 30)).update(on=date(2016, 6, 30))
    late = Exit.objects.order_by("pk")[:4].values("pk")
    Exit.objects.filter(pk__in=list(late.values_list("pk", flat=True))).update(on=date(2016, 9, 1))
    publish_exits(programme=jobcenter.programme, quarter=Quarter(2016, 2), by=jobcenter.stine, at=AFTERWARDS)
    with pytest.raises(NotPossible, match="Færre end fem er kommet til"):
        publish_exits(programme=jobcenter.programme, quarter=Quarter(2016, 3), by=jobcenter.stine, at=AFTERWARDS)


def test_when_only_a_few_are_left_nothing_is_published(jobcenter: Aalborg) -> None:
    """The rest of the group counts too: 197 of 200 have left; when all have, it may be told."""
    Release.objects.all().delete()
    _everybody_leaves(jobcenter, but=3)
    with pytest.raises(NotPossible, match="kun få tilbage"):
        publish_exits(programme=jobcenter.programme, quarter=Quarter(2016, 3), by=jobcenter.stine, at=AFTERWARDS)
    _everybody_leaves(jobcenter, but=0)
    release = publish_exits(
        programme=jobcenter.programme, quarter=Quarter(2016, 3), by=jobcenter.stine, at=AFTERWARDS
    )
    release.refresh_from_db()
    assert [(known["count"], known["where"]) for known in release.checked["known"]] == [(200, [])]
    assert figures_of(release=release)[0].total == 200


def test_what_the_attack_finds_is_not_published(jobcenter: Aalborg, monkeypatch: pytest.MonkeyPatch) -> None:
    """A protection with a hole is caught by the attack, and the sentence says why."""
    Release.objects.all().delete()

    def found(*tables: Any, **rest: Any) -> Findings:
        return Findings((), (), (), timed_out=True)

    monkeypatch.setattr(publication, "attack", found)
    with pytest.raises(NotPossible, match="regne sig frem til enkeltpersoner"):
        publishable_exits(programme=jobcenter.programme, quarter=Quarter(2016, 3), at=AFTERWARDS)
    assert Release.objects.count() == 0


def test_publishing_is_in_the_audit(jobcenter: Aalborg) -> None:
    """Who, what, when; for the whole country."""
    entry = Entry.objects.get(act="release.publish")
    assert (entry.actor, entry.thing, entry.municipality) == (jobcenter.stine.pk, jobcenter.release.pk, 0)


def test_a_frozen_table_thaws_to_itself(jobcenter: Aalborg) -> None:
    """Names, order, marks and all."""
    (content,) = jobcenter.release.tables
    table = thaw(content)
    assert freeze(table) == content
    assert Counter(isinstance(cell, Mark) for cell in table.cells) == {False: 4, True: 1}


def _everybody_leaves(jobcenter: Aalborg, *, but: int) -> None:
    gone = set(Exit.objects.values_list("enrolment_id", flat=True))
    stay = [one.enrolment for one in jobcenter.courses if one.enrolment.pk not in gone]
    Exit.objects.bulk_create(
        Exit(
            table_id=enrolment.table_id,
            municipality_id=enrolment.municipality_id,
            enrolment=enrolment,
            on=date(2016, 9, 30),
            reason=ExitReason.PROJECT_END,
            decided_by=Decider.EVENT,
        )
        for enrolment in stay[: len(stay) - but]
    )
