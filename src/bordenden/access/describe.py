"""The act table in words: docs/access.md is this and nothing else, so text and code cannot differ."""

from collections.abc import Iterator

from bordenden.access.acts import all_acts
from bordenden.access.relations import (
    GuardedPart,
    InOffice,
    Oneself,
    OnSeat,
    OpenedPart,
    OwnPart,
    Relation,
    Seated,
    SharedWith,
)

HEADING = """# Who may do what

Made from `src/bordenden/access/acts.py` by `bordenden docs`; a test compares them. Do not edit by hand.

A **seat** is at one table and has a first and a last moment. An **office** is in an organisation and never reaches a
table. What stands under *why* is the ground the citizen can read. Whatever is not in this table nobody may.
"""

_PLACES = {"nation": "for what is common to all", "its_project": "of the project it hangs on, until it is closed"}


def access_page() -> str:
    """The whole page as Markdown."""
    return HEADING + "\n" + "\n".join(_rows()) + "\n"


def _rows() -> Iterator[str]:
    yield "| act | on | who | why |"
    yield "| --- | --- | --- | --- |"
    for _name, act in all_acts():
        who = "; ".join(_said(relation) for relation in act.who)
        yield f"| `{act.code}` | {act.on.__name__} | {who} | {act.why} |"


def _said(relation: Relation) -> str:
    if isinstance(relation, Seated):
        return _seated(relation)
    if isinstance(relation, OnSeat):
        return f"the very seat it stands on: {_said(relation.seated)}"
    if isinstance(relation, SharedWith):
        roles = " or ".join(sorted(role.value for role in relation.roles))
        return f"the very {roles} the head shared it with, while it is shared"
    if isinstance(relation, OwnPart):
        while_there = ", while in the family" if relation.staying else ", for ever"
        return f"the owner of the part{while_there}{', from the age it is the own' if relation.of_age else ''}"
    if isinstance(relation, GuardedPart):
        return f"a guardian in the family, while the child is younger than `{relation.until}`"
    if isinstance(relation, OpenedPart):
        return "the very member or seat the owner opened the part for, while it is open"
    if isinstance(relation, InOffice):
        place = _PLACES.get(relation.scope, f"of that {relation.scope}")
        return f"office {relation.role.value} {place}"
    return "oneself" if isinstance(relation, Oneself) else "anybody who is logged in"


def _seated(relation: Seated) -> str:
    roles = " or ".join(sorted(role.value for role in relation.roles))
    if relation.room:
        return f"{roles}, once the head has opened the room `{relation.room}`"
    if relation.office:
        return f"{roles}, while in the office it was drawn from"
    if relation.staying:
        return f"{roles}, unless they have left the family"
    return f"{roles}, once the head has opened any room" if relation.any_room else roles
