"""The form of a few words beside hers, kept as a draft while they are typed."""

from bordenden.web.parts.plan_forms import comment_field
from bordenden.web.threshold.drafting import DraftedForm


class CommentForm(DraftedForm):
    """Words, and nothing else."""

    words = comment_field()
