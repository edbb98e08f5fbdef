"""All that writes about messages and files."""

from bordenden.exchange.actions.files import clear_table, lay_before, put, remove, show_to
from bordenden.exchange.actions.messages import begin, close, open_again, read_all, send

__all__ = [
    "begin",
    "clear_table",
    "close",
    "lay_before",
    "open_again",
    "put",
    "read_all",
    "remove",
    "send",
    "show_to",
]
