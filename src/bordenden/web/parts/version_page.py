"""What a page about one version shows, at both doors: the plan, where it stands, what is new, when it was given.

`name` is her given name at the caseworker's door and "" where she reads herself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.plans import queries
from bordenden.plans.words import AgreedHow, VersionStatus
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.parts.version import Change, VersionPart, changes, version_part
from bordenden.web.parts.version_print import standing_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from bordenden.plans.models import Handover, PlanVersion
    from bordenden.plans.queries import Layout

# What hangs on a version and is shown with it; they come in the same query.
ROWS_SHOWN = 20
WHOLE = "hele"
BESIDE = ("municipality", "agreed_by", "noted_by")


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list: which, where it stands, who said yes and how, when it was given; `url` leads to it."""

    number: int
    stands: str
    agreed: str
    given: tuple[str, ...]
    url: str
    draft: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version with all that is said of it. `missing` is what she cannot agree without, for a draft."""

    number: int
    part: VersionPart
    stands: str
    agreed: str
    given: tuple[str, ...]
    changes: tuple[Change, ...]
    since: str
    missing: tuple[str, ...]
    draft: bool
    holds: bool


def version_line(version: PlanVersion, url: str, *, name: str) -> VersionLine:
    """A row of `plans.queries.versions_of`."""
    return VersionLine(
        version.number,
        standing_of(version),
        agreed_words(version, name=name),
        tuple(given_words(one) for one in version.handovers.all()),
        url,
        version.status == VersionStatus.DRAFT,
        version.status == VersionStatus.AGREED,
    )


def version_page(version: PlanVersion, *, name: str, whole: bool = False) -> VersionPage:
    """Three queries: the layout, what was agreed before, the handovers. A very long plan is cut unless `whole`."""
    layout = layout_for(version)
    before = queries.agreed_before(version=version)
    draft = version.status == VersionStatus.DRAFT
    missing = queries.missing_in(content=version.content) if draft else ()
    return VersionPage(
        version.number,
        version_part(version.content, layout, most=None if whole else ROWS_SHOWN),
        standing_of(version),
        agreed_words(version, name=name),
        tuple(given_words(one) for one in queries.handovers_of(version=version)),
        changes(before.content if before else None, version.content),
        day(before.agreed_at) if before and before.agreed_at else "",
        tuple(str(one.label) for one in missing),
        draft,
        version.status == VersionStatus.AGREED,
    )


def layout_for(version: PlanVersion) -> Layout:
    """How the municipality of the version prints."""
    return queries.layout_of(municipality=version.municipality)


def agreed_words(version: PlanVersion, *, name: str) -> str:
    """Who said yes, and how; whoever noted a yes on paper is named. "" before that."""
    if version.agreed_by is None:
        return ""
    who = {"who": version.agreed_by.given_name, "noted": version.noted_by.name if version.noted_by else ""}
    if version.agreed_how == AgreedHow.PAPER:
        own = _("Du sagde ja på papir. %(noted)s skrev det ned.") % who
        return _("%(who)s sagde ja på papir. %(noted)s skrev det ned.") % who if name else own
    return _("%(who)s sagde ja på egen skærm.") % who if name else _("Du sagde ja på din egen skærm.")


def given_words(handover: Handover) -> str:
    """When, by whom, how."""
    said = {"how": handover.get_how_display(), "day": on_day(handover.on), "who": handover.handed_by.name}
    return _("%(how)s · %(day)s · %(who)s") % said


def as_file(response: HttpResponse, version: PlanVersion) -> HttpResponse:
    """A file's name tells the day and the number, and nothing about anybody."""
    name = f"plan-{version.number}-{localdate(version.made_at).isoformat()}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
