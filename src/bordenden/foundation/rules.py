"""What an action raises when a rule that always holds says no."""

from datetime import timedelta

from django.utils.translation import gettext as _

# Who goes back after saving is shown the filled form under a new key (the browser keeps texts, not hidden fields).
# The same words sent from it within this time are the same thing said again, not a second one.
SAID_AGAIN = timedelta(minutes=10)


class NotPossible(ValueError):
    """Nothing was changed. The message is a sentence for the person who tried: what to do instead."""


class Stale(NotPossible):
    """Somebody (perhaps she herself in another window) saved a newer text in between; `saved` is that text."""

    def __init__(self, message: str, saved: str, version: int) -> None:
        super().__init__(message)
        self.saved = saved
        self.version = version


class AlreadySent(NotPossible):
    """This very form was sent before with another text, which is saved; sending it anew makes a second thing."""

    def __init__(self, saved: str) -> None:
        words = _("Du har allerede gemt: “%(words)s”. Gem igen, hvis du vil have begge dele.")
        super().__init__(words % {"words": saved})
        self.saved = saved
