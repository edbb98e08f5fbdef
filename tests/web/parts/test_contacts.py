"""A contact as words: every channel and direction has its sentence, to her and about her."""

from uuid import uuid4

import pytest

from bordenden.contactlog import actions
from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome
from bordenden.web.parts.contacts import told
from tests.cast import MONDAY, Cast


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("channel", list(Channel))
def test_every_contact_has_a_sentence_to_her_and_one_about_her(
    cast: Cast, channel: Channel, direction: Direction, outcome: Outcome
) -> None:
    entry = actions.note(
        table=cast.aminas_table,
        summary="En linje.",
        channel=channel,
        direction=direction,
        outcome=outcome,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
    )
    hers, about = (told(entry, name=name, seen=MONDAY) for name in ("", "Amina"))
    assert "%" not in hers.title + about.title + hers.facts + about.facts
    assert ("Amina" in hers.title, "Amina" in about.title) == (False, True)
    assert "du" in hers.title.lower() or "dig" in hers.title


@pytest.mark.parametrize(
    ("initiator", "hers", "about"),
    [
        (Initiator.CITIZEN, "Du tog kontakt", "Amina tog kontakt"),
        (Initiator.STAFF, "Bo tog kontakt", "Bo tog kontakt"),
        (Initiator.OTHER, "En anden tog kontakt", "En anden tog kontakt"),
    ],
)
def test_who_took_the_first_step(cast: Cast, initiator: Initiator, hers: str, about: str) -> None:
    entry = actions.note(
        table=cast.aminas_table,
        summary="En linje.",
        channel=Channel.MEETING,
        direction=Direction.OUT,
        initiator=initiator,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
    )
    assert told(entry, name="", seen=MONDAY).facts == f"{hers} · Jobcentret · 45 minutter"
    assert told(entry, name="Amina", seen=MONDAY).facts == f"{about} · Jobcentret · 45 minutter"
