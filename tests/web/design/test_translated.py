"""A sentence that is kept says the same as Django's own, in each language, with this time's values."""

import pytest
from django.template import engines
from django.utils.translation import override

from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole

SAID = "{% blocktranslate with name=who %}Logget ind som <strong>{{ name }}</strong>{% endblocktranslate %}"
KEPT = "{% blocktranslate with name=who asvar it %}Logget ind som <strong>{{ name }}</strong>{% endblocktranslate %}"
PLAIN = "{% load i18n %}" + SAID


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_time_its_own_values_and_never_unescaped(language: str) -> None:
    ours, djangos, kept = (engines["django"].from_string(text) for text in (SAID, PLAIN, f"{KEPT}{{{{ it }}}}"))
    for who in ("Amina", "<b>Bo</b>", "100 %"):
        with override(language):
            said = djangos.render({"who": who})
            assert [one.render({"who": who}) for one in (ours, kept)] == [said, said]
            assert ("<b>" in said, "Logget ind som" in said) == (False, language == "da")


def test_a_choice_is_said_in_the_language_of_the_page() -> None:
    seat = Seat(role=SeatRole.HEAD)
    said = []
    for language in ("da", "en"):
        with override(language):
            said.append(seat.get_role_display() == str(SeatRole.HEAD.label))
            assert Seat(role="ukendt").get_role_display() == "ukendt"
    assert said == [True, True]
