"""Does she keep her caseworker? Days with the main one, and changes, in one project: exact, and no person."""

from datetime import datetime

from bordenden.pathways.queries import held_courses
from bordenden.programmes.models import Project
from progression.continuity import Together, continuity, together


def continuity_of(*, project: Project, at: datetime) -> Together:
    """All courses that have begun, up to and not including today (hypothesis 1a). Two queries."""
    each = held_courses(project=project, at=at)
    return together([continuity(one.who, one.starts, one.stops, one.first, one.last) for one in each])
