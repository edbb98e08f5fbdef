"""Small numbers: tables of people made safe to publish, and the attack that must find nothing in them."""

from progression.disclosure.attack import AttackResult, Bound, attack
from progression.disclosure.protection import (
    Merge,
    RefusedError,
    may_follow,
    merge,
    persons_changed,
    protect,
)
from progression.disclosure.records import Record, from_record, to_record
from progression.disclosure.tables import (
    BASE,
    ENOUGH,
    THRESHOLD,
    WITHHELD,
    Category,
    Dimension,
    Frame,
    Key,
    Mark,
    SafeTable,
    Shown,
    Table,
    rounded,
    tabulate,
)
from progression.disclosure.unknowns import Known

__all__ = [
    "BASE",
    "ENOUGH",
    "THRESHOLD",
    "WITHHELD",
    "AttackResult",
    "Bound",
    "Category",
    "Dimension",
    "Frame",
    "Key",
    "Known",
    "Mark",
    "Merge",
    "Record",
    "RefusedError",
    "SafeTable",
    "Shown",
    "Table",
    "attack",
    "from_record",
    "may_follow",
    "merge",
    "persons_changed",
    "protect",
    "rounded",
    "tabulate",
    "to_record",
]
