"""Somebody learns, by being refused, that a person is here: a look at that person's table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from bordenden.audit.looks import Look
from bordenden.audit.words import Kind

if TYPE_CHECKING:
    from bordenden.programmes.models import Project
    from bordenden.web.threshold.visit import Visit


def note_met(visit: Visit[Project], tables: Iterable[UUID], project: Project) -> None:
    """One can guess that somebody is here: she sees who guessed."""
    code, place = visit.act.code, project.municipality_id
    visit.viewer.looks.extend(
        Look(code, Kind.LIST, thing_type="table", thing=table, table=table, municipality=place) for table in tables
    )
