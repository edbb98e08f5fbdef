"""What the tests of Amina's sheets share: a round of eight questions (two shielded), and buttons pressed."""

from typing import TYPE_CHECKING, Any

from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, start
from bordenden.assessments.models import Answer, Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

STRANGERS = ("bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine")
# In the order she meets them when she picks nothing.
ORDER = ("arbejde", "soevn", "kraefter", "venner", "oekonomi", "bolig", "indflydelse", "tillid")


def begun(cast: Cast, *, heard: tuple[str, ...] = ()) -> Sheet:
    """Amina's round, begun; nothing is answered. Those `heard` have a sound."""
    publish(at=MONDAY, heard=heard)
    return start(table=cast.aminas_table, by=cast.amina, at=MONDAY)


def said(cast: Cast, sheet: Sheet, **values: int | None) -> None:
    """Her answers by the question's code; None is skipped."""
    for code, value in values.items():
        edition = "job" if code == "arbejde" else ""
        kind = AnswerKind.SKIPPED if value is None else AnswerKind.RATED
        item = named(sheet.version, code, edition)
        answer(sheet=sheet, item=item, kind=kind, value=value, by=cast.amina, at=MONDAY)


def over(cast: Cast, **values: int | None) -> Sheet:
    """A finished round; nobody but she sees it."""
    sheet = begun(cast)
    said(cast, sheet, **(values or {"soevn": 3, "venner": 6, "tillid": 2}))
    return finish(sheet=sheet, by=cast.amina, at=MONDAY)


def page(sheet: Sheet, code: str) -> str:
    """The address of one question."""
    edition = "job" if code == "arbejde" else ""
    return reverse("question", args=[sheet.pk, named(sheet.version, code, edition).pk])


def press(client: Client, sheet: Sheet, value: str, code: str, **more: Any) -> "Response":
    """One button pressed on the page of a question."""
    return client.post(page(sheet, code), {"answer": value}, **more)


def kept(sheet: Sheet) -> list[tuple[str, str, int | None]]:
    """Her answers as they stand, in the order of the questions."""
    rows = Answer.objects.filter(sheet=sheet).order_by("item__position")
    return list(rows.values_list("item__code", "kind", "value"))


def ole_follows(cast: Cast) -> Seat:
    """Ole becomes her caseworker in Bo's place, a second ago as the pages see it."""
    return pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY
    )
