"""Hør spørgsmålet: the device's own Danish voice reads it; a voice elsewhere is never asked; a recording plays on tap."""

import io
import json
import wave

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from bordenden.assessments import actions
from bordenden.assessments.models import Item
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY
from tests.journeys.house import House, go

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A browser without voices of its own is given these; what is said is written down instead of sounded.
VOICES = """
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
let voices = [];
let listeners = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false,
  getVoices: () => voices,
  addEventListener: (_name, what) => listeners.push(what),
  speak(words) { window.said.push([words.text, words.lang]); this.speaking = true; window.ends = words.onend; },
  cancel() { if (this.speaking) { this.speaking = false; window.ends(); } },
} });
window.arrive = (list) => { voices = list; listeners.forEach((what) => what()); };
"""


def asked(house: House, *, language: str = "") -> tuple[Page, Item]:
    """Amina before a question, in a browser whose voices have not come yet."""
    page = house.visitor(house.cast.amina, language=language)
    page.add_init_script(VOICES)
    sheet = actions.start(table=house.cast.aminas_table, by=house.cast.amina, at=MONDAY)
    item = Item.objects.filter(version=sheet.version, edition="").order_by("position")[0]
    go(page, "question", sheet.pk, item.pk)
    return page, item


def arrive(page: Page, *voices: tuple[str, bool]) -> None:
    """These voices come: language, and whether they are on the device itself."""
    page.evaluate(f"arrive({json.dumps([{'lang': lang, 'localService': local} for lang, local in voices])})")


def test_a_danish_voice_on_the_device_reads_the_question_and_its_words(house: House) -> None:
    page, item = asked(house)
    button = page.get_by_role("button", name="Hør spørgsmålet")
    assert not button.is_visible()
    arrive(page, ("en-GB", True), ("da-DK", True))
    button.click()
    ((text, language),) = page.evaluate("said")
    assert language == "da-DK"
    for words in (item.question, item.low, item.middle, item.high):
        assert words in text
    page.get_by_role("button", name="Stop stemmen").click()
    assert button.is_visible()


def test_a_voice_that_is_fetched_from_elsewhere_is_never_offered(house: House) -> None:
    page, _item = asked(house)
    arrive(page, ("da-DK", False), ("en-GB", True))
    assert not page.get_by_role("button", name="Hør spørgsmålet").is_visible()


def test_in_english_the_danish_voice_is_not_offered(house: House) -> None:
    page, _item = asked(house, language="en")
    arrive(page, ("da-DK", True))
    assert page.locator("[data-hear]:visible").count() == 0


def silence() -> bytes:
    """A tenth of a second of nothing, as a sound file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return file.getvalue()


def test_a_recording_is_fetched_on_tap_and_a_made_up_voice_is_said_to_be_one(house: House) -> None:
    item = named(publish(at=MONDAY, number=3, heard=("soevn",), sound=silence()), "soevn")
    sheet = actions.start(table=house.cast.aminas_table, by=house.cast.amina, at=MONDAY)
    page = house.visitor(house.cast.amina)
    address = reverse("recording", args=[sheet.pk, item.pk])
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if address in request.url else None)
    go(page, "question", sheet.pk, item.pk)
    page.get_by_text("Hør spørgsmålet").click()
    assert page.get_by_text("Det er en kunstig stemme.").is_visible()
    assert fetched == []
    with page.expect_response(lambda answer: address in answer.url) as answer:
        page.evaluate("void document.querySelector('audio').play()")
    assert answer.value.status in {200, 206}
