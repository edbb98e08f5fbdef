"""Nobody is labelled: no table keeps a trait of hers as a field or a choice; what she says stands in her own words."""

import re

import pytest
from django.apps import apps
from django.db.models import Model

OURS = [model for model in apps.get_models() if model.__module__.startswith("bordenden.")]
# How projects describe those they are for. A fact about the course (an exit to prison, an illness) is no trait.
TRAITS = re.compile(
    r"addict|abuse|homeless|criminal|diagnos|disorder|vulnerab|unmotivated|resourceless|attitude|complian"
    r"|misbrug|hjemløs|krimin|psykisk|udsat|svag|umotiveret|holdning|uvillig|negativ|barriere|problemtype",
    re.IGNORECASE,
)


def said_of(model: type[Model]) -> list[str]:
    """The names of its fields, and the codes and words of its choices."""
    said = [field.name for field in model._meta.concrete_fields]
    for field in model._meta.concrete_fields:
        said += [f"{code} {label}" for code, label in field.flatchoices]
    return said


@pytest.mark.requirement("R76")
@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_table_keeps_a_trait_of_a_person_as_a_label(model: type[Model]) -> None:
    assert [said for said in said_of(model) if TRAITS.search(said)] == []


def test_a_label_would_be_found() -> None:
    assert [bool(TRAITS.search(said)) for said in ("has_addiction", "weak Ressourcesvag", "prison Fængsel")] == [
        True,
        True,
        False,
    ]
