"""Amina and Bo have talked once, with frames and agreements, and have the next talk planned. All of it is made up."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from bordenden.families.actions import each_presents
from bordenden.foundation.ids import new_id
from bordenden.meetings import actions
from bordenden.meetings.actions import Agreed
from bordenden.meetings.models import Conversation
from bordenden.meetings.words import Check, Contribution, Extent, Helped, Side, Where
from bordenden.worlds.cast.people import Cast

HELD, ARRANGED, AHEAD = timedelta(days=20), timedelta(days=24), timedelta(days=2)
FRIDAY = 4


def build_talks(cast: Cast) -> None:
    """One conversation that was held and judged by both, and one that is prepared."""
    held = _held(cast)
    after = held.starts_at + timedelta(hours=2)
    actions.say_helped(conversation=held, helped=Helped.YES, used_assessment=True, by=cast.amina, at=after)
    actions.say_helped(conversation=held, helped=Helped.SOMEWHAT, used_assessment=False, by=cast.bo, at=after)
    answers = dict.fromkeys(Check, Extent.YES) | {Check.COACHING: Extent.PARTLY}
    actions.answer_self_check(conversation=held, answers=answers, by=cast.bo, at=after)
    _done(cast, held)
    _planned(cast)
    _holms_meet(cast)


def _held(cast: Cast) -> Conversation:
    table, starts_at = cast.aminas_table, _ten_o_clock(cast.at - HELD)
    held = actions.arrange(
        table=table,
        starts_at=starts_at,
        place=Where.JOBCENTRE,
        minutes=45,
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - ARRANGED,
    )
    before = starts_at - timedelta(days=1)
    praktik = actions.put_on_agenda(table=table, words="Hvad er en praktik?", by=cast.amina, at=before)
    actions.put_on_agenda(table=table, words="Søvn, og hvordan dagene går", by=cast.amina, at=before)
    actions.note(
        conversation=held,
        version=0,
        form_key=new_id(),
        citizen_view="Jeg vil gerne prøve noget med børn. Men jeg bliver træt, når der er mange mennesker.",
        summary="Talte om, hvad en praktik er, og om hvad der gør en dag god.",
        gave={
            Contribution.MIRROR: "At hun lyser op, når hun taler om børn.",
            Contribution.KNOWLEDGE: "Hvad en praktik er, og at man må stoppe.",
        },
        can="Jeg kan spørge to børnehaver, om du må komme på besøg.",
        cannot="Jeg kan ikke love dig løn i en praktik.",
        because="Reglerne siger, at du beholder dine penge imens.",
        agreed=[
            Agreed("Skrive ned, hvornår på dagen du har mest ro"),
            Agreed("Spørge to børnehaver om et besøg", Side.COORDINATOR, (starts_at + timedelta(days=10)).date()),
        ],
        talked_about=[praktik],
        by=cast.bo,
        at=starts_at + timedelta(hours=1),
    )
    return held


def _done(cast: Cast, held: Conversation) -> None:
    """Bo has asked the two kindergartens."""
    his = held.agreements.get(owner=Side.COORDINATOR)
    actions.mark_agreement(agreement=his, done=True, by=cast.bo, at=held.starts_at + timedelta(days=8))


def _planned(cast: Cast) -> None:
    table, lately = cast.aminas_table, cast.at - timedelta(days=1)
    ahead = actions.arrange(
        table=table,
        starts_at=_ten_o_clock(cast.at + AHEAD),
        place=Where.OUTDOORS,
        minutes=45,
        form_key=new_id(),
        by=cast.amina,
        at=lately,
    )
    actions.put_on_agenda(table=table, words="Besøget i den lille børnehave", by=cast.amina, at=lately)
    actions.put_on_agenda(table=table, words="Om du vil have Mie med på besøget", by=cast.bo, at=lately)
    actions.draw_boundary(
        conversation=ahead, words="Min økonomi", form_key=new_id(), by=cast.amina, at=lately + timedelta(hours=1)
    )


def _holms_meet(cast: Cast) -> None:
    """Familien Holm meet Ole, and each tells of the own part."""
    lately = cast.at - timedelta(days=1)
    actions.arrange(
        table=cast.holms_table,
        starts_at=_ten_o_clock(cast.at + AHEAD),
        place=Where.HOME,
        minutes=60,
        form_key=new_id(),
        by=cast.lone,
        at=lately,
    )
    each_presents(table=cast.holms_table, by=cast.lone, at=lately)


def _ten_o_clock(about: datetime) -> datetime:
    """Ten in the morning in Denmark, on a working day; a weekend becomes the Monday after."""
    day = localtime(about)
    on = timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)
    return (day + on).replace(hour=10, minute=0, second=0, microsecond=0)
