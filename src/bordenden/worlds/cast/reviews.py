"""It was quiet around Amina in the autumn, and she and Birthe talked; Ole is asked to call Karim. All made up."""

from datetime import timedelta

from bordenden.reviews import actions
from bordenden.reviews.models import Review
from bordenden.reviews.words import Heard, Onwards
from bordenden.worlds.cast.people import Cast

BEFORE = timedelta(days=115)
OPENED = timedelta(days=110)
TALKED = timedelta(days=108)
ANSWERED = timedelta(days=107)
SOON, LATER = 20, 40


def build_reviews(cast: Cast) -> None:
    """Fjordby asked after 20 days at first, and asks after 40 now."""
    actions.set_quiet_rule(project=cast.project, days=SOON, version=0, by=cast.lis, at=cast.at - BEFORE)
    actions.open_reviews(place=cast.fjordby, by=cast.lis, at=cast.at - OPENED)
    said = actions.Said(
        Heard.TOGETHER,
        Onwards.AS_IT_IS,
        "Vi går videre i dit tempo. Jeg ringer hver anden uge. Passer det ikke, siger du bare til.",
        her_words="Jeg havde brug for ro. Jeg vil gerne, at du ringer.",
    )
    hers = Review.objects.get(table=cast.aminas_table)
    actions.decide(review=hers, said=said, by=cast.birthe, at=cast.at - TALKED)
    actions.answer(review=hers, words="Tak, fordi du ringede.", by=cast.amina, at=cast.at - ANSWERED)
    actions.set_quiet_rule(project=cast.project, days=LATER, version=1, by=cast.lis, at=cast.at - ANSWERED)
    actions.open_reviews(place=cast.fjordby, by=cast.lis, at=cast.at)
