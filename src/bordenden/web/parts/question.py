"""One question as she meets it: the same part on her own page, in a preview and in a test run."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bordenden.assessments.words import spoken
from bordenden.web.design.parts import Anchor, Scale

if TYPE_CHECKING:
    from bordenden.assessments.models import Item


@dataclass(frozen=True, slots=True)
class Sound:
    """A question read aloud: where the sound is fetched on tap, and whether the voice is artificial."""

    url: str
    artificial: bool


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """What `parts/question.html` draws. Each button posts `answer` to `action`, "" for the page it stands on.

    `said`: her answer so far, as a sentence; `following_url`: on without a change; `seen`: the answer this page
    shows, sent along, so that a device which is behind is known.
    """

    number: int
    total: int
    item: "Item"
    scale: Scale
    intro: str = ""
    said: str = ""
    following_url: str = ""
    action: str = ""
    seen: str = ""
    sound: Sound | None = None


def question_part(
    item: "Item",
    *,
    number: int,
    total: int,
    intro: str = "",
    said: str = "",
    following_url: str = "",
    action: str = "",
    seen: str = "",
    sound: Sound | None = None,
) -> QuestionPart:
    """The part for that question, number `number` of `total`."""
    return QuestionPart(number, total, item, scale_of(item), intro, said, following_url, action, seen, sound)


def scale_of(item: "Item") -> Scale:
    """The eleven buttons with the words at 0, 5 and 10; none is chosen beforehand."""
    anchors = (Anchor(0, spoken(item.low)), Anchor(5, spoken(item.middle)), Anchor(10, spoken(item.high)))
    return Scale(name="answer", anchors=anchors, labelled_by="question")
