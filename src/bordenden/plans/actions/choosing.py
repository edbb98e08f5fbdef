"""Writes about what she wishes for her plan: an offer of the catalogue, or an idea of her own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible
from bordenden.offers.models import Offer
from bordenden.offers.words import Area
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import hold, only_the_head, some
from bordenden.plans.actions.saying import say_first
from bordenden.plans.models import Chosen, ChosenMark, Plan, Proposal, Statement
from bordenden.plans.queries import last_position, to_build_on, words_under
from bordenden.plans.words import ENDED, ChosenStatus, DecisionAbout


@transaction.atomic
def wish(
    *,
    plan: Plan,
    why: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    offer: Offer | None = None,
    words: str = "",
    area: Area | None = None,
    statement: Statement | None = None,
    own_words: str = "",
    proposal: Proposal | None = None,
) -> Chosen:
    """She wishes for an offer, or (with `words` and `area`) for an idea of her own. It comes last in her order.

    `why` is her own reason. It builds on `statement`, else on her newest words; who has said nothing yet says
    `own_words`, kept as what she wishes. The same said again gives the first wish; a wish that still stands is
    not made twice. Raises NotPossible for anybody but the head, without words of hers, and for an offer that is
    not in her municipality's catalogue.
    """
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    why, words = why.strip(), "" if offer else some(words)
    said = _said_before(plan, offer, words, form_key, at)
    if said is not None:
        return _same(said, offer, words, why)
    made = _make(plan, offer, _area_of(plan, offer, area), words, why, form_key, by, at)
    built_on = statement or to_build_on(plan=plan) or say_first(plan=plan, words=own_words, by=by, at=at)
    decide(
        plan=plan,
        about=DecisionAbout.OFFER,
        thing=made,
        by=by,
        at=at,
        proposed_by=proposal.proposed_by if proposal else None,
        proposal=proposal,
        statement=built_on,
    )
    return made


@transaction.atomic
def drop(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She takes a wish back; the row and its history stay. Taking it back again changes nothing.

    Raises NotPossible for anybody but the head, and for what has become more than a wish: that is left otherwise.
    """
    only_the_head(thing=chosen, by=by, at=at)
    saved = hold(Chosen, chosen)
    if saved.status == ChosenStatus.STOPPED:
        return saved
    if saved.status != ChosenStatus.WISH:
        raise NotPossible(_("Det er mere end et ønske nu. Se det på din plan."))
    saved.status, saved.status_at, saved.version = ChosenStatus.STOPPED, at, saved.version + 1
    saved.save(update_fields=["status", "status_at", "version"])
    _mark(saved, by, at)
    record(act="chosen.drop", by=by, thing=saved, at=at)
    decide(plan=saved.plan, about=DecisionAbout.OFFER, thing=saved, by=by, at=at, statement=words_under(chosen=saved))
    return saved


def _make(
    plan: Plan, offer: Offer | None, area: str, words: str, why: str, form_key: FormKey, by: Actor, at: datetime
) -> Chosen:
    """The wish, last in her order."""
    made = Chosen.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        offer=offer,
        area=area,
        words=words,
        why=why,
        position=last_position(plan=plan) + 1,
        status_at=at,
        chosen_by_id=by.pk,
        chosen_at=at,
        form_key=form_key,
    )
    _mark(made, by, at)
    record(act="chosen.wish", by=by, thing=made, at=at)
    return made


def _said_before(plan: Plan, offer: Offer | None, words: str, form_key: FormKey, at: datetime) -> Chosen | None:
    """This very form, or a wish for the same offer that still stands, or the same idea said a moment ago."""
    rows = Chosen.objects.filter(plan=plan).order_by("position", "pk")
    sent = rows.filter(form_key=form_key).first()
    if sent is not None:
        return sent
    standing = rows.exclude(status__in=ENDED)
    if offer is not None:
        return standing.filter(offer=offer).first()
    return standing.filter(offer=None, words=words, chosen_at__gt=at - SAID_AGAIN, chosen_at__lte=at).first()


def _same(said: Chosen, offer: Offer | None, words: str, why: str) -> Chosen:
    if (said.offer_id, said.words) != (offer.pk if offer else None, words):
        raise AlreadySent(said.words or said.why)
    if why not in ("", said.why):
        raise NotPossible(_("Det står allerede på din plan: “%(why)s”.") % {"why": said.why})
    return said


def in_catalogue_of(*, plan: Plan, offer: Offer) -> bool:
    """Whether her municipality offers it now."""
    mine = offer.municipality_id == plan.municipality_id
    return mine and offer.published_at is not None and offer.withdrawn_at is None


def _area_of(plan: Plan, offer: Offer | None, area: Area | None) -> str:
    """The offer's own area, or the one she chose. Raises NotPossible for what her municipality does not offer now."""
    if offer is not None:
        if not in_catalogue_of(plan=plan, offer=offer):
            raise NotPossible(_("Den mulighed findes ikke mere. Se, om der er en anden."))
        return offer.area
    if area is None:
        raise NotPossible(_("Vælg, hvad det handler om."))
    return area


def _mark(chosen: Chosen, by: Actor, at: datetime) -> None:
    ChosenMark.objects.create(
        table_id=chosen.table_id,
        municipality_id=chosen.municipality_id,
        chosen=chosen,
        status=chosen.status,
        at=at,
        by_id=by.pk,
    )
