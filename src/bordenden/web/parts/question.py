"""One question as she meets it: the same part on her own page, in a preview and in a test run."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bordenden.assessments.words import spoken
from bordenden.web.design.parts import Anchor, Scale

if TYPE_CHECKING:
    from bordenden.assessments.models import Item


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """What `parts/question.html` draws. Each button posts `answer` to the page it stands on.

    `said`: her answer so far, as a sentence; `following_url`: on without a change.
    """

    number: int
    total: int
    item: "Item"
    scale: Scale
    intro: str = ""
    said: str = ""
    following_url: str = ""


def question_part(
    item: "Item", *, number: int, total: int, intro: str = "", said: str = "", following_url: str = ""
) -> QuestionPart:
    """The part for that question, number `number` of `total`."""
    anchors = (Anchor(0, spoken(item.low)), Anchor(5, spoken(item.middle)), Anchor(10, spoken(item.high)))
    scale = Scale(name="answer", anchors=anchors, labelled_by="question")
    return QuestionPart(number, total, item, scale, intro, said, following_url)
