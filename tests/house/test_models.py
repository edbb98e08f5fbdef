"""What every table promises: each field classified once, each row in a municipality, speaking constraints."""

import re

import pytest
from django.apps import apps
from django.db.models import Model

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable

OURS = [model for model in apps.get_models() if model.__module__.startswith("bordenden.")]
TEXTUAL = {"TextField", "JSONField"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_classified_exactly_once(model: type[Model]) -> None:
    privacy = getattr(model, "privacy", None)
    assert isinstance(privacy, Privacy), f"{model.__name__} declares no privacy"
    named = [field for _set, field in privacy.named()]
    assert sorted(named) == sorted(field.name for field in model._meta.concrete_fields)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_free_text_is_never_statistical(model: type[Model]) -> None:
    statistical = set(getattr(model, "privacy").statistical)  # noqa: B009
    kinds = {f.name: f.get_internal_type() for f in model._meta.concrete_fields}
    assert {name for name in statistical if kinds[name] in TEXTUAL} == set()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_row_at_a_table_says_its_municipality(model: type[Model]) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    if issubclass(model, AtTable):
        assert {"table", "municipality"} <= fields


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_model_runs_code_on_save(model: type[Model]) -> None:
    guarded = {"Entry", "Block", "InstrumentVersion", "Item", "Release"}
    assert "save" not in vars(model) or model.__name__ in guarded


def test_constraints_have_speaking_names() -> None:
    names = [constraint.name for model in OURS for constraint in model._meta.constraints]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z0-9]+){2,}", name)] == []
