"""Small numbers: tables of people made safe to publish, and the attack that must find nothing in them."""

from progression.disclosure.attack import Bound, Findings, attack
from progression.disclosure.known import Known, Mean, Told
from progression.disclosure.protection import (
    Merge,
    RefusedError,
    may_follow,
    merge,
    persons_changed,
    protect,
)
from progression.disclosure.records import Record, from_record, to_record
from progression.disclosure.releases import SafeTables
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

__all__ = [
    "BASE",
    "ENOUGH",
    "THRESHOLD",
    "WITHHELD",
    "Bound",
    "Category",
    "Dimension",
    "Findings",
    "Frame",
    "Key",
    "Known",
    "Mark",
    "Mean",
    "Merge",
    "Record",
    "RefusedError",
    "SafeTable",
    "SafeTables",
    "Shown",
    "Table",
    "Told",
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
