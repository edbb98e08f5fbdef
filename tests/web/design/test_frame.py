"""The base page: who is logged in, the languages, the demo's banner, the error pages."""

import re

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from bordenden.foundation.ids import new_id
from bordenden.web.design.ways import way_to
from tests.web.design.conftest import Draw

BASE = "design/base.html"
REFUSALS = ("403.html", "403_csrf.html", "404.html")
ALONE = ("400.html", "500.html", "503.html")


def shown(page: str) -> str:
    """The words of a page as one line."""
    body = page.partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_amina_sees_her_name_and_can_log_out(draw: Draw) -> None:
    page = draw(BASE, signed_in_name="Amina")
    assert "Logget ind som Amina Log ud" in shown(page)
    assert 'action="/log-ud"' in page


def test_a_stranger_sees_no_way_out_of_nowhere(draw: Draw) -> None:
    page = draw(BASE, signed_in_name="")
    assert (
        shown(page) == "Gå til indholdet Bordenden English Den, det handler om, sidder for bordenden. Tilgængelighed"
    )
    assert "/log-ud" not in page


def test_the_switch_offers_the_other_language_in_its_own_words(draw: Draw) -> None:
    page = draw(BASE, here="/mit-bord")
    assert re.findall(r'<button class="language".*?</button>', page) == [
        '<button class="language" name="language" value="en" lang="en">English</button>'
    ]
    assert '<input type="hidden" name="next" value="/mit-bord">' in page
    assert '<html lang="da">' in page


@pytest.mark.parametrize(("demo", "banners"), [(True, 1), (False, 0)])
def test_only_the_demo_says_that_all_persons_are_invented(draw: Draw, demo: bool, banners: int) -> None:
    assert draw(BASE, demo=demo).count("Prøveudgave. Alle personer er opdigtede.") == banners


def test_the_title_never_holds_the_name_and_says_when_something_is_wrong(draw: Draw) -> None:
    titles = re.compile(r"<title>(.*)</title>")
    assert titles.findall(draw(BASE, signed_in_name="Amina")) == ["Ved bordet – Bordenden"]
    assert titles.findall(draw("404.html", signed_in_name="Amina")) == ["Siden findes ikke – Bordenden"]


@pytest.mark.parametrize("template", REFUSALS)
def test_a_refusal_keeps_the_frame_and_shows_a_way_on(draw: Draw, template: str) -> None:
    page = draw(template, signed_in_name="Amina")
    assert page.count("<h1>") == 1
    assert "Gå til forsiden" in shown(page)
    assert "Log ud" in shown(page)


@pytest.mark.parametrize("template", ALONE)
def test_a_page_for_when_all_fails_needs_nothing_at_all(template: str) -> None:
    page = render_to_string(template)
    assert page.count("<h1>") == 1
    assert "Gå til forsiden" in shown(page)
    assert "<form" not in page


def test_the_page_that_could_not_be_logged_says_that_nothing_was_shown() -> None:
    assert "Siden kunne ikke vises sikkert lige nu" in render_to_string("503.html")


def test_fixed_words_are_kept_for_each_language_and_are_those_of_django() -> None:
    template = engines["django"].from_string('{% translate "Log ud" %}|{% translate "Log ud" as out %}{{ out }}')
    for language in ("da", "en", "da"):
        with translation.override(language):
            assert template.render() == f"{gettext('Log ud')}|{gettext('Log ud')}"
    asked = engines["django"].from_string("{% translate words %}")
    assert [asked.render({"words": words}) for words in ("Log ud", "<b>")] == ["Log ud", "&lt;b&gt;"]


def test_what_never_changes_is_written_once_a_language_and_knows_nobody() -> None:
    part = engines["django"].from_string(
        '{% load design %}{% unchanging %}{% translate "Log ud" %}{% endunchanging %} {{ name }}'
    )
    for language, name in (("da", "Amina"), ("en", "Amina"), ("da", "Bo")):
        with translation.override(language):
            assert part.render({"name": name}) == f"{gettext('Log ud')} {name}"
    personal = engines["django"].from_string("{% load design %}{% unchanging %}{{ name }}{% endunchanging %}")
    with pytest.raises(LookupError, match="name"):
        personal.render({"name": "Amina"})


@pytest.mark.parametrize("name", ["barrier", "goal", "step", "chosen", "case", "contact_new", "contact_correct"])
def test_the_way_to_each_thing_is_the_address_django_gives(name: str) -> None:
    way, keys = way_to(name), [new_id(), new_id()]
    assert [way(pk) for pk in keys] == [reverse(name, args=[pk]) for pk in keys]
