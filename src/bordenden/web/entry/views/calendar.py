"""Kalender: what the telephone shows after Luk hurtigt; the days of this month, and nothing of ours."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.foundation.working_days import holidays
from bordenden.web.threshold.opens import public

MONDAY_FIRST = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Square:
    """One day; `number` is "" for the days of another month."""

    number: str
    holiday: bool = False
    today: bool = False


@public
def calendar(request: HttpRequest) -> HttpResponse:
    """The same for everybody, logged in or not."""
    today = localdate(now())
    weeks = MONDAY_FIRST.monthdatescalendar(today.year, today.month)
    context = {
        "month": date_format(today, "YEAR_MONTH_FORMAT"),
        "days": [date_format(day, "D") for day in weeks[0]],
        "weeks": [(week[0].isocalendar().week, [_square(day, today) for day in week]) for week in weeks],
    }
    return render(request, "entry/calendar.html", context)


def _square(day: date, today: date) -> Square:
    if day.month != today.month:
        return Square("")
    return Square(str(day.day), day in holidays(day.year), day == today)
