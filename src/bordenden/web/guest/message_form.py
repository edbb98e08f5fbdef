"""The form of one message, kept as a draft while it is typed."""

from bordenden.web.parts.exchange import words_field
from bordenden.web.threshold.drafting import DraftedForm


class MessageForm(DraftedForm):
    """Words, and nothing else."""

    words = words_field()
