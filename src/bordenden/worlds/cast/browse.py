"""What Amina has found in the catalogue: two kept and compared, two wishes, one thing missing, one evening out."""

from datetime import datetime, timedelta

from django.db import transaction

from bordenden.foundation.ids import new_id
from bordenden.offers import actions as offers
from bordenden.offers.models import Offer
from bordenden.offers.queries import coming_events
from bordenden.offers.words import Area, Category
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan
from bordenden.plans.queries import newest
from bordenden.plans.words import StatementKind
from bordenden.worlds.cast.people import Cast

COMPARED = ("soevn-mad-bevaegelse", "uro-og-tunge-tanker")


@transaction.atomic
def build_browse(cast: Cast) -> None:
    """All of it is made up."""
    her, table = cast.amina, cast.aminas_table

    def ago(days: int) -> datetime:
        return cast.at - timedelta(days=days)

    offered = {offer.starter: offer for offer in Offer.objects.filter(municipality=cast.fjordby).order_by("pk")}
    for code in COMPARED:
        offers.lay_beside(table=table, offer=offered[code], by=her, at=ago(4))
    plan = Plan.objects.get(table=table)
    plans.wish(
        plan=plan,
        offer=offered["praktik-omsorg"],
        why="Jeg vil mærke, om jeg kan klare en dag med børn.",
        statement=newest(plan=plan, kind=StatementKind.DREAM),
        form_key=new_id(),
        by=her,
        at=ago(3),
    )
    plans.wish(
        plan=plan,
        words="Hjælpe i Saras butik om lørdagen",
        area=Area.EMPLOYMENT,
        why="Der kender jeg dem. Så tør jeg godt.",
        form_key=new_id(),
        by=her,
        at=ago(3),
    )
    offers.say_need(
        table=table,
        words="Et sted, hvor man kan øve sig i at ringe til folk.",
        area=Area.SOCIAL,
        category=Category.OTHER,
        form_key=new_id(),
        by=her,
        at=ago(3),
    )
    evening = coming_events(municipality=cast.fjordby, at=cast.at)[0]
    offers.attend(table=table, event=evening, coming=True, by=her, at=ago(2))
