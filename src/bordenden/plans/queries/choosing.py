"""Reads of what she has chosen for her plan, and of the words of hers it can build on."""

from django.db.models import Exists, Max, OuterRef, QuerySet

from bordenden.offers.models import Offer
from bordenden.plans.models import Chosen, Plan, Statement
from bordenden.plans.words import ENDED, SPOKEN


def chosen_on(*, plan: Plan) -> QuerySet[Chosen]:
    """What she has chosen and not ended, in her order, each with its offer."""
    rows = Chosen.objects.filter(plan=plan).exclude(status__in=ENDED)
    return rows.select_related("offer").order_by("position", "pk")


def standing_wish(*, plan: Plan, offer: Offer) -> Chosen | None:
    """What she has chosen of this offer, while it stands."""
    return chosen_on(plan=plan).filter(offer=offer).first()


def last_position(*, plan: Plan) -> int:
    """The last place in her order, 0 for none. What she has ended keeps its place."""
    last: int | None = Chosen.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return last or 0


def words_to_link(*, plan: Plan) -> QuerySet[Statement]:
    """What she says now, a row a kind, the newest first; what she took back is not there."""
    later = Statement.objects.filter(plan=plan, kind=OuterRef("kind"), version__gt=OuterRef("version"))
    rows = Statement.objects.filter(~Exists(later), plan=plan, kind__in=SPOKEN).exclude(words="")
    return rows.order_by("-written_at", "-pk")
