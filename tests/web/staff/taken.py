"""What the tests of lists share: a list as somebody takes it out, read back from either file."""

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.web.pages import MARKS

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

FOR_A_MEETING = "purpose.meeting"


def take(client: Client, url: str, kind: str = "csv", **said: str) -> "Response":
    """The answer to a tap."""
    answer = client.post(url, {"purpose": FOR_A_MEETING, "kind": kind, **said})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    return answer


def lines_in(answer: "Response") -> list[list[str]]:
    """The lines under the headings, days as they are written in CSV."""
    if answer["Content-Type"].startswith("text/csv"):
        return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))[1:]
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    return [[one if isinstance(one, str) else f"{one:%d-%m-%Y}" for one in row] for row in sheet.to_python()[1:]]


def cost_of(client: Client, url: str) -> int:
    """How many statements a tap costs, its log included."""
    with CaptureQueriesContext(connection) as captured:
        take(client, url)
    return sum("INSERT" in row["sql"] or not row["sql"].startswith(MARKS) for row in captured)
