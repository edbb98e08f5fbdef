"""The calendar file: as the standard says, and nothing in it about her."""

import pytest

from bordenden.offers.models import Event
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import evening, of_amina


def test_the_file_has_the_moment_in_utc_and_no_name_of_hers(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    first = evening(story)
    long = "Kom, som du er; tag gerne nogen med\\eller kom alene.\nÆbler og kaffe på kanden. " * 3
    Event.objects.filter(pk=first.pk).update(about=long, name="Aften; med mad, og æbler")
    answer = client_of(story.amina).get(of_amina(story, "event_calendar", first.pk))
    lines = answer.content.split(b"\r\n")
    assert answer["Content-Disposition"] == 'attachment; filename="kalender.ics"'
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (lines[0], lines[-2:], max(map(len, lines)) <= 75) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""], True)
    whole = answer.content.replace(b"\r\n ", b"").decode().split("\r\n")
    assert "DTSTART:20260310T150000Z" in whole
    assert "DTEND:20260310T170000Z" in whole
    assert "SUMMARY:Aften\\; med mad\\, og æbler" in whole
    said = next(line for line in whole if line.startswith("DESCRIPTION:"))
    assert said.startswith("DESCRIPTION:Kom\\, som du er\\; tag gerne nogen med\\\\eller kom alene.\\nÆbler")
    assert "Amina" not in answer.content.decode()
