"""Retsgrundlag: Stine writes the order once; Bo and Lis read it while Amina is in the project, and not a day longer."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.pathways.queries import free_part
from bordenden.pathways.words import Decider, ExitReason
from bordenden.programmes.actions import set_legal_basis
from bordenden.programmes.models import Programme
from bordenden.programmes.queries import Order, order_of
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of
from tests.web.reading import form_of

TODAY, DAY = MONDAY.date(), timedelta(days=1)
ORDER = Order("Opdigtet bekendtgørelse nr. 1, § 2", "https://example.org/bekendtgoerelse", TODAY - 90 * DAY)
MARK = "Må ikke sanktioneres"


def url(cast: Cast) -> str:
    return reverse("legal_basis", args=[cast.programme.pk])


@pytest.fixture(autouse=True)
def that_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


@pytest.fixture
def ordered(cast: Cast) -> Cast:
    """The programme carries an order."""
    set_legal_basis(programme=cast.programme, order=ORDER, seen=Order(), by=cast.stine, at=MONDAY)
    return cast


@pytest.mark.requirement("R126")
def test_stine_writes_the_order_and_it_stands_on_the_project_with_its_link(cast: Cast) -> None:
    stine, project = client_of(cast.stine), reverse("project", args=[cast.project.pk])
    assert "Programmet har ikke en bestemmelse om, at det er uden følger at blive væk." in text_of(
        client_of(cast.lis), project
    )
    sent = {**form_of(stine.get(url(cast))), "basis": ORDER.basis, "link": ORDER.link, "since": str(ORDER.since)}
    assert [stine.post(url(cast), sent).status_code for _click in range(2)] == [303, 303]
    assert order_of(programme=Programme.objects.get(pk=cast.programme.pk)) == ORDER
    assert AuditEntry.objects.filter(act="legal_basis.set", actor=cast.stine.pk, kind="write").count() == 1
    html = client_of(cast.lis).get(project).content.decode()
    assert [part in html for part in (ORDER.basis, f'href="{ORDER.link}"', MARK)] == [True, True, True]


@pytest.mark.requirement("R221")
def test_the_marking_follows_participation_from_the_begin_to_the_day_of_the_exit(ordered: Cast) -> None:
    bo, case = client_of(ordered.bo), reverse("case", args=[ordered.aminas_table.pk])
    course = Enrolment.objects.select_related("project__programme").get(pk=ordered.aminas_course.pk)
    since = ORDER.since
    assert since
    assert free_part(course=course, on=since - DAY) is None
    found = free_part(course=course, on=since)
    assert found
    assert (found.basis, found.link, found.since) == (ORDER.basis, ORDER.link, since)
    assert [words in text_of(bo, case) for words in (MARK, ORDER.basis)] == [True, True]
    how: dict[str, Any] = {"reason": ExitReason.LEFT_BY_CHOICE, "decided_by": Decider.CITIZEN}
    pathways.end_course(enrolment=course, on=TODAY, by=ordered.bo, at=MONDAY, **how)
    assert free_part(course=course, on=TODAY - DAY) == found
    assert free_part(course=course, on=TODAY) is None
    assert [words in text_of(bo, case) for words in (MARK, ORDER.basis)] == [False, False]


@pytest.mark.requirement("R221")
def test_without_an_order_or_before_the_course_has_begun_nobody_is_marked(ordered: Cast) -> None:
    course = Enrolment.objects.select_related("project__programme").get(pk=ordered.karims_course.pk)
    course.activated_on = None
    assert free_part(course=course, on=TODAY) is None
    Programme.objects.update(no_sanction_from=None, no_sanction_basis="", no_sanction_link="")
    assert MARK not in text_of(client_of(ordered.bo), reverse("case", args=[ordered.aminas_table.pk]))


@pytest.mark.parametrize(
    "order",
    [Order("§ 2", "", None), Order("", "", TODAY), Order("", "https://example.org", None)],
    ids=["no day", "no order", "only a link"],
)
def test_half_an_order_is_refused(cast: Cast, order: Order) -> None:
    with pytest.raises(NotPossible, match="både bestemmelsen og dagen"):
        set_legal_basis(programme=cast.programme, order=order, seen=Order(), by=cast.stine, at=MONDAY)


def test_what_another_wrote_meanwhile_is_shown_and_what_was_typed_stays(ordered: Cast) -> None:
    stine = client_of(ordered.stine)
    old = {"basis": "En anden", "link": "", "since": str(date(2026, 1, 1)), "seen_basis": "", "seen_since": ""}
    refused = stine.post(url(ordered), old)
    assert (refused.status_code, "Lige nu står der" in refused.content.decode()) == (422, True)
    sent = form_of(refused)
    assert (sent["basis"], sent["seen_basis"]) == ("En anden", ORDER.basis)
    assert stine.post(url(ordered), sent).status_code == 303
    assert Programme.objects.get(pk=ordered.programme.pk).no_sanction_basis == "En anden"


def test_the_agencys_page_alone(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.lis, cast.niels, cast.eva):
        other = client_of(person)
        assert [other.get(url(cast)).status_code, other.post(url(cast), {}).status_code] == [404, 404]
