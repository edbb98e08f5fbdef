"""What is done about plans because time has passed: a coordinator hears of a plan that is not in her hands yet."""

from datetime import datetime

from bordenden.foundation.snapshot import writing
from bordenden.pathways.queries import beside_her
from bordenden.people.queries import all_municipalities
from bordenden.plans.queries import overdue
from bordenden.post.actions import queue
from bordenden.post.words import Kind


def remind_of_handovers(*, at: datetime) -> int:
    """Municipality by municipality, because their walls stand on PostgreSQL; gives how many letters are new.

    Her own caseworker is told, and whoever stands in while the other is away; each once a version.
    """
    told = 0
    for municipality in all_municipalities():
        with writing(municipality.pk, None):
            for version in overdue(at=at).filter(municipality=municipality):
                answers = beside_her(thing=version, at=at).answers
                if answers is None:
                    continue
                letter = queue(
                    to=answers, kind=Kind.HANDOVER_DUE, about=version, event=f"handover_due:{version.pk}", at=at
                )
                told += letter.queued_at == at
    return told
