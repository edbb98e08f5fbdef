"""What Amina has chosen, in different states, and who else stands in the line for practice outdoors. All made up.

With two wishes more, so that her plan on paper is of the usual size: six things she has chosen.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.offers.models import Offer
from bordenden.offers.words import Area
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import Chosen, Plan
from bordenden.plans.words import Match, Outcome, StatementKind
from bordenden.worlds.cast.people import Cast

HERS = {
    "forening-og-sport": "Jeg savner at bevæge mig sammen med andre.",
    "sundhedssamtaler": "Jeg vil sove om natten.",
    "praktik-natur": "Jeg bliver rolig, når jeg er ude.",
    "laese-skrive-regne": "Jeg vil kunne læse brevene selv.",
    "stoette-hjemme": "Det hele roder, når jeg ikke har sovet.",
}
CARE, SCHOOL = "praktik-omsorg", "uddannelsesvejledning"
VISIT = "Besøge de to børnehaver, som Bo fandt"
NO = (
    "Du fortæller, at du klarer hverdagen derhjemme, når du har sovet. Derfor begynder vi med samtalerne om søvn. "
    "Du kan spørge igen, hvis de ikke hjælper."
)


@transaction.atomic
def build_chosen(cast: Cast) -> None:
    """One done, one under way, one she waits for, one she has asked for, and one she was told no to."""
    plan = Plan.objects.get(table=cast.aminas_table)
    offers = {
        offer.starter: offer
        for offer in Offer.objects.filter(municipality=cast.fjordby, starter__in=(*HERS, CARE, SCHOOL))
    }
    _before_her(cast, offers["praktik-natur"], offers[CARE])
    chosen = {
        code: _wish(plan, offers[code], why, cast.amina, _ago(cast, 100 - number))
        for number, (code, why) in enumerate(HERS.items())
    }
    her = cast.amina
    _done(cast, chosen["forening-og-sport"])
    _under_way(cast, chosen["sundhedssamtaler"])
    actions.stand_in_line(chosen=chosen["praktik-natur"], form_key=new_id(), by=her, at=_ago(cast, 20))
    home = actions.ask_for(chosen=chosen["stoette-hjemme"], by=her, at=_ago(cast, 24))
    actions.answer_request(chosen=home, granted=False, why=NO, formal=True, by=cast.bo, at=_ago(cast, 18))
    actions.ask_for(chosen=chosen["laese-skrive-regne"], by=her, at=_ago(cast, 1))
    _two_wishes(cast, plan, offers[SCHOOL])


def _two_wishes(cast: Cast, plan: Plan, school: Offer) -> None:
    """One from the catalogue, after what the guidance told; one idea of hers, after a talk with Bo."""
    _wish(plan, school, "Jeg vil høre, hvad man lærer på skolen.", cast.amina, _ago(cast, 16))
    actions.wish(
        plan=plan,
        words=VISIT,
        area=Area.EMPLOYMENT,
        why="Jeg vil se stedet, før jeg siger ja.",
        form_key=new_id(),
        by=cast.amina,
        at=_ago(cast, 9),
    )


def _done(cast: Cast, chosen: Chosen) -> None:
    begun, over = _ago(cast, 80), _ago(cast, 26)
    actions.begin_chosen(chosen=chosen, on=begun.date(), by=cast.amina, at=begun)
    ended = actions.complete_chosen(chosen=chosen, on=over.date(), by=cast.amina, at=over)
    actions.say_outcome(
        chosen=ended,
        outcome=Outcome.PARTLY,
        hit_right=Match.RIGHT,
        words="Jeg kom ud ad døren hver uge. Jeg kender tre nye mennesker.",
        version=ended.version,
        by=cast.amina,
        at=over,
    )


def _under_way(cast: Cast, chosen: Chosen) -> None:
    place = actions.stand_in_line(chosen=chosen, form_key=new_id(), by=cast.amina, at=_ago(cast, 50))
    actions.take_place(chosen=place, by=cast.amina, at=_ago(cast, 49))
    begun = _ago(cast, 44)
    actions.begin_chosen(chosen=place, on=begun.date(), by=cast.birthe, at=begun)


def _before_her(cast: Cast, outdoors: Offer, care: Offer) -> None:
    """Jens has the one place outdoors; a place among children is his to answer for."""
    plan, jens = Plan.objects.get(table=cast.holms_table), cast.jens
    words, at = "Jeg vil ud i det fri.", _ago(cast, 60)
    actions.say(plan=plan, kind=StatementKind.WISH, words=words, version=0, by=jens, at=at)
    place = _in_line(plan, outdoors, "Jeg kan bedst lide at være ude.", jens, at)
    actions.take_place(chosen=place, by=jens, at=at)
    actions.begin_chosen(chosen=place, on=localdate(at), by=jens, at=at)
    _in_line(plan, care, "Børn er sjove.", jens, _ago(cast, 2))


def _in_line(plan: Plan, offer: Offer, why: str, by: Person, at: datetime) -> Chosen:
    chosen = _wish(plan, offer, why, by, at)
    return actions.stand_in_line(chosen=chosen, form_key=new_id(), by=by, at=at)


def _wish(plan: Plan, offer: Offer, why: str, by: Person, at: datetime) -> Chosen:
    return actions.wish(plan=plan, offer=offer, why=why, form_key=new_id(), by=by, at=at)


def _ago(cast: Cast, days: int) -> datetime:
    return cast.at - timedelta(days=days)
