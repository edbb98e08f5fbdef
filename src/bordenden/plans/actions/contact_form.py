"""Writes about how they keep in touch: the caseworker may propose, she decides, and every version is kept."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.contactlog.words import Channel, Place
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.pathways.queries import at_the_head
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import hold, only_the_head
from bordenden.plans.actions.saying import say_first
from bordenden.plans.models import ContactAgreement, Plan, Proposal, ProposedContact
from bordenden.plans.queries import contact_agreement_of, proposed_contact
from bordenden.plans.words import DecisionAbout, ProposalAnswer, Rhythm, StepOwner
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind


@dataclass(frozen=True, slots=True)
class ContactForm:
    """How often, by which way, where, and whatever else is to be said of it."""

    every: Rhythm
    channel: Channel
    place: Place | None = None
    words: str = ""
    with_whom: StepOwner = StepOwner.COORDINATOR

    @property
    def said(self) -> tuple[str, int, str, str]:
        """What two of them are compared by: the words stand beside it."""
        return self.with_whom.value, self.every.value, self.channel.value, self.place.value if self.place else ""


@transaction.atomic
def propose_contact(*, plan: Plan, form: ContactForm, form_key: FormKey, by: Actor, at: datetime) -> Proposal:
    """He proposes; nothing changes before she says so. The same form sent again gives the first proposal.

    Raises NotPossible while she has not answered an earlier one, or where it is what they have agreed on already.
    """
    hold(Plan, plan)
    earlier = Proposal.objects.filter(plan=plan, form_key=form_key).select_related("contact").first()
    if earlier is not None:
        if _said(earlier.contact) != form.said:
            raise AlreadySent(earlier.words)
        return earlier
    if proposed_contact(plan=plan) is not None:
        raise NotPossible(_("Der ligger et forslag, der ikke er svaret på endnu."))
    agreed = contact_agreement_of(plan=plan, with_whom=form.with_whom)
    if agreed is not None and _said(agreed) == form.said:
        raise NotPossible(_("Det har I allerede aftalt."))
    place = {"table_id": plan.table_id, "municipality_id": plan.municipality_id}
    made = Proposal.objects.create(
        **place,
        plan=plan,
        about=DecisionAbout.CONTACT_FORM,
        words=form.words.strip() or str(form.every.label),
        proposed_by_id=by.pk,
        proposed_at=at,
        form_key=form_key,
    )
    with_whom, every_days, channel, where = form.said
    ProposedContact.objects.create(
        **place, proposal=made, with_whom=with_whom, every_days=every_days, channel=channel, place=where
    )
    record(act="contact.propose", by=by, thing=made, at=at)
    for head in at_the_head(table=plan.table, at=at):
        queue(to=head, kind=Kind.PROPOSAL, about=made, event=f"proposal:{made.pk}", at=at)
    return made


@transaction.atomic
def agree_contact(
    *, plan: Plan, form: ContactForm, version: int, form_key: FormKey, by: Actor, at: datetime
) -> ContactAgreement:
    """She decides. An open proposal is answered by it: yes where it is the same, else yes in her own way.

    `version` is the one she had before her, 0 for none. Deciding the same again changes nothing. Her words here
    count as a wish of hers where she has said nothing yet. Raises Stale when another one came in between,
    NotPossible for anybody but the head.
    """
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    earlier = contact_agreement_of(plan=plan, with_whom=form.with_whom)
    proposed = proposed_contact(plan=plan)
    if earlier is not None and (*_said(earlier), earlier.words) == (*form.said, form.words.strip()):
        if proposed is not None:
            _answer(proposed.proposal, ProposalAnswer.REWORDED, earlier, at)
        return earlier
    if earlier is not None and earlier.version != version:
        raise Stale(_("Aftalen er ændret, mens du skrev."), earlier.words, earlier.version)
    say_first(plan=plan, words=form.words, by=by, at=at)
    made = _agree(plan, form, earlier.version + 1 if earlier else 1, form_key, by, at)
    proposal = proposed.proposal if proposed else None
    if proposal is not None and proposed is not None:
        same = _said(proposed) == form.said
        _answer(proposal, ProposalAnswer.ACCEPTED if same else ProposalAnswer.REWORDED, made, at)
    decide(
        plan=plan,
        about=DecisionAbout.CONTACT_FORM,
        thing=made,
        by=by,
        at=at,
        proposed_by=proposal.proposed_by if proposal else None,
        proposal=proposal,
    )
    record(act="contact_form.set", by=by, thing=made, at=at)
    return made


@transaction.atomic
def decline_contact(*, proposal: Proposal, words: str, by: Actor, at: datetime) -> Proposal:
    """She says no to it, with or without words; how they keep in touch stays as it was."""
    only_the_head(thing=proposal, by=by, at=at)
    held = hold(Proposal, proposal)
    if not held.answer and held.taken_back_at is None:
        held.answer_words = words.strip()
        _answer(held, ProposalAnswer.REJECTED, None, at)
        record(act="contact_form.decline", by=by, thing=held, at=at)
    return held


def _said(one: ContactAgreement | ProposedContact) -> tuple[str, int, str, str]:
    return one.with_whom, one.every_days, one.channel, one.place


def _agree(
    plan: Plan, form: ContactForm, version: int, form_key: FormKey, by: Actor, at: datetime
) -> ContactAgreement:
    if ContactAgreement.objects.filter(plan=plan, form_key=form_key).exists():
        raise AlreadySent(form.words)
    with_whom, every_days, channel, place = form.said
    return ContactAgreement.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        with_whom=with_whom,
        version=version,
        every_days=every_days,
        channel=channel,
        place=place,
        words=form.words.strip(),
        agreed_by_id=by.pk,
        agreed_at=at,
        form_key=form_key,
    )


def _answer(proposal: Proposal, answer: ProposalAnswer, made: ContactAgreement | None, at: datetime) -> None:
    proposal.answer, proposal.answered_at = answer, at
    proposal.made = made.pk if made else None
    proposal.save(update_fields=["answer", "answer_words", "answered_at", "made"])
    call_off(about=proposal, kind=Kind.PROPOSAL, at=at)
