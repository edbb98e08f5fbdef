"""A formal decision on paper: the same letter whoever prints it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpResponse

from bordenden.web.design.printing import pdf
from bordenden.web.parts.chosen import letter_data

if TYPE_CHECKING:
    from bordenden.plans.models import Ruling

TEMPLATE = Path(__file__).resolve().parent / "print" / "ruling.typ"


def letter_answer(ruling: Ruling, *, name: str, at: datetime) -> HttpResponse:
    """The PDF, to keep or print; nothing personal in its file name."""
    answer = HttpResponse(pdf(TEMPLATE, letter_data(ruling, name=name, at=at), at=at), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="afgoerelse.pdf"'
    return answer
