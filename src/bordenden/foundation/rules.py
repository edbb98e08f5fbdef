"""What an action raises when a rule that always holds says no."""


class NotPossible(ValueError):
    """Nothing was changed. The message is a sentence for the person who tried: what to do instead."""


class Stale(NotPossible):
    """Somebody (perhaps she herself in another window) saved a newer text in between; `saved` is that text."""

    def __init__(self, message: str, saved: str, version: int) -> None:
        super().__init__(message)
        self.saved = saved
        self.version = version
