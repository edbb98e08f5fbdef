"""Nothing in the product punishes: an absence leads to a call that asks how she is."""

import ast
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import Choices
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bordenden.access.acts import all_acts
from bordenden.contactlog import actions
from bordenden.contactlog import words as contact_words
from bordenden.contactlog.words import Channel, Direction, Outcome
from bordenden.pathways import words as pathway_words
from bordenden.pathways.words import ExitReason
from tests.cast import MONDAY, Cast, client_of
from tests.house.source import functions, modules, templates
from tests.web.pages import text_of

PUNISHMENT = re.compile(r"san[ck]tion|straf(?!\w*ri)|punish|penalt|udeblivelse|bortfald|disciplin", re.IGNORECASE)
# What stands in quotes in a template: a text of its own, or the name of another.
SPOKEN = re.compile(r'"([^"]*)"')


def addresses(resolver: URLResolver) -> Iterator[str]:
    """Every address and its name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield str(pattern.pattern)
            yield from addresses(pattern)
        elif isinstance(pattern, URLPattern):
            yield f"{pattern.pattern} {pattern.name}"


def absent(cast: Cast) -> None:
    """Amina did not come to a meeting."""
    actions.note(
        table=cast.aminas_table,
        summary="Vi havde en aftale kl. 10.",
        channel=Channel.MEETING,
        direction=Direction.OUT,
        outcome=Outcome.ABSENT,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
    )


@pytest.mark.requirement("R125")
def test_no_act_address_model_field_function_choice_or_page_is_about_a_sanction() -> None:
    found = [f"{name} {act.code} {act.why}" for name, act in all_acts()]
    found += addresses(get_resolver())
    for model in apps.get_models():
        found += [model.__name__, *(field.name for field in model._meta.get_fields())]
    found += [function.name for module in modules() for function in functions(module)]
    for words in (contact_words, pathway_words):
        for kind in vars(words).values():
            if isinstance(kind, type) and issubclass(kind, Choices):
                found += [f"{value} {label}" for value, label in kind.choices]
    assert len(found) > 300
    assert sorted(text for text in found if PUNISHMENT.search(text)) == [
        "no_sanction_basis",
        "no_sanction_from",
        "no_sanction_link",
    ]


@pytest.mark.requirement("R125")
def test_all_that_a_page_says_of_it_is_that_nobody_may() -> None:
    """Every line of every template that speaks of it at all: the marking, where it is shown, and her reassurance."""
    lines = [line for path in templates() for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 3000
    spoken = {text for line in lines if PUNISHMENT.search(line) for text in SPOKEN.findall(line)}
    assert {text for text in spoken if PUNISHMENT.search(text)} == {
        "parts/no_sanction.html",
        "Må ikke sanktioneres",
        "Ingen kan straffe dig for det.",
        "Ingen kan straffe dig, hvis du siger nej eller stopper.",
    }
    assert [line for line in lines if PUNISHMENT.search(SPOKEN.sub("", line))] == []


@pytest.mark.requirement("R125")
def test_the_only_words_of_it_in_the_source_are_the_marking() -> None:
    """Every text in every module: no label, no sentence, no code speaks of it but where nothing may follow."""
    texts = {
        node.value
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and PUNISHMENT.search(node.value)
    }
    codes = {text for text in texts if " " not in text}
    marking = {"no_sanction_basis", "no_sanction_from", "no_sanction_link", "no_sanction_names_its_legal_basis"}
    assert codes == marking
    assert [text.split(";")[0] for text in texts - codes] == ["A national trial with a period"]


@pytest.mark.requirement("R125")
def test_an_absence_leads_to_a_supportive_call_on_the_case_and_in_the_caseload(cast: Cast) -> None:
    bo, prompt = client_of(cast.bo), "Ring og hør, hvordan Amina har det"
    case, caseload = reverse("case", args=[cast.aminas_table.pk]), reverse("caseload")
    assert [prompt in text_of(bo, page) for page in (case, caseload)] == [False, False]
    absent(cast)
    assert [prompt in text_of(bo, page) for page in (case, caseload)] == [True, True]
    assert "Der kan være mange grunde." in text_of(bo, case)


@pytest.mark.requirement("R125")
def test_an_absence_is_no_way_out_of_the_project(cast: Cast) -> None:
    absent(cast)
    assert [reason for reason in ExitReason if "abs" in reason or "fravær" in str(reason.label).lower()] == []
    page = text_of(client_of(cast.bo), reverse("course_end", args=[cast.aminas_course.pk]))
    assert "Fravær er ingen grund til at slutte Kommer Amina ikke, så ring og hør, hvordan det går." in page
    cast.aminas_course.refresh_from_db()
    assert not hasattr(cast.aminas_course, "exit")


def test_once_they_have_spoken_the_prompt_is_gone(cast: Cast) -> None:
    absent(cast)
    actions.note(
        table=cast.aminas_table,
        summary="Hun havde ikke sovet. Vi ses på fredag.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY.replace(hour=10),
    )
    assert "Ring og hør" not in text_of(client_of(cast.bo), reverse("case", args=[cast.aminas_table.pk]))
