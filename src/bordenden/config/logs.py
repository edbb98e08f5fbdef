"""How the log is written: what went wrong and where, and never the words it was about."""

import logging
import traceback
from types import TracebackType
from typing import TypeAlias

Raised: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """An error's own message is left out: a database that refuses a row repeats the row, texts and all."""

    def formatException(self, ei: Raised) -> str:
        """The kinds of the error and of those behind it, each with its places in the code."""
        error = ei[1]
        parts: list[str] = []
        while error is not None:
            places = "".join(traceback.format_tb(error.__traceback__))
            parts.append(f"{places}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(parts))
