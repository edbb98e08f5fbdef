"""What the server writes about an error: its kind and its place, never the words it was about."""

import logging
import sys
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.module_loading import import_string

from bordenden.plans.models import Goal
from tests.cast import Cast

HER_WORDS = "Jeg vil væk fra ham"


@pytest.fixture
def written() -> StringIO:
    return StringIO()


@pytest.fixture
def log(written: StringIO) -> logging.Logger:
    """A logger that writes as the server's does."""
    logging_: dict[str, Any] = settings.LOGGING
    spelled = dict(logging_["formatters"]["plain"])
    formatter = import_string(spelled.pop("()"))(spelled["format"], style=spelled["style"])
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    logger = logging.Logger("bordenden")
    logger.addHandler(handler)
    return logger


def test_a_row_the_database_refuses_is_not_repeated_in_the_log(
    story: Cast, log: logging.Logger, written: StringIO
) -> None:
    """PostgreSQL answers "Failing row contains (…)": her goal, word for word."""
    goal = Goal.objects.filter(table=story.aminas_table).first()
    assert goal
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE plans_goal SET words = %s, plan_id = NULL", [HER_WORDS])
    except IntegrityError:
        log.exception("It could not be saved.")
    assert "It could not be saved." in written.getvalue()
    assert "django.db.utils.IntegrityError" in written.getvalue()
    assert "test_what_the_log_says.py" in written.getvalue()
    assert HER_WORDS not in written.getvalue()


def test_an_error_behind_an_error_is_named_and_its_words_are_not(log: logging.Logger, written: StringIO) -> None:
    try:
        try:
            raise KeyError(HER_WORDS)
        except KeyError as first:
            raise ValueError(HER_WORDS) from first
    except ValueError:
        log.error("It failed.", exc_info=sys.exc_info())
    said = written.getvalue()
    assert said.index("builtins.KeyError") < said.index("builtins.ValueError")
    assert HER_WORDS not in said
