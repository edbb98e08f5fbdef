"""Writes about reviews: opened because it was quiet, decided by a person, answered by her; and a project's rule."""

from bordenden.reviews.actions.answering import answer
from bordenden.reviews.actions.deciding import Said, decide
from bordenden.reviews.actions.opening import open_reviews
from bordenden.reviews.actions.ruling import set_quiet_rule

__all__ = ["Said", "answer", "decide", "open_reviews", "set_quiet_rule"]
