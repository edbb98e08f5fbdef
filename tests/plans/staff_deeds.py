"""What somebody beside her may do on a plan by the gate, one deed an act; none of them touches a word of hers."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.http import Http404

from bordenden.access import acts, gate
from bordenden.access.acts import Act
from bordenden.access.relations import Seated
from bordenden.access.viewer import Viewer
from bordenden.contactlog.words import Channel
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.plans import actions, queries
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import Chosen, Plan, PlanVersion, Proposal, SmallStep
from bordenden.plans.words import (
    ChosenStatus,
    ContactRole,
    HandedOver,
    PlanKind,
    Rhythm,
    StepOwner,
    VersionStatus,
)
from bordenden.programmes.words import Department
from tests.cast import MONDAY

Deed = Callable[[Viewer, Plan, str], object]
BESIDE_HER = frozenset({SeatRole.COORDINATOR, SeatRole.SUBSTITUTE, SeatRole.MENTOR, SeatRole.GUEST})
TODAY = MONDAY.date()


def writes(viewer: Viewer, act: Act[Any], thing: Any) -> Any:
    """The thing for a change, through the gate; there is nothing to be done where there is no thing."""
    if thing is None:
        raise NotPossible
    return gate.reach_to_write(viewer, act, thing.pk, at=MONDAY)


def take_back(viewer: Viewer, plan: Plan, words: str) -> object:
    own = Proposal.objects.filter(plan=plan, answer="", proposed_by=viewer.person.pk).order_by("pk").first()
    held = writes(viewer, acts.PROPOSAL_TAKE_BACK, own)
    return actions.take_back_proposal(proposal=held, by=viewer.person, at=MONDAY)


def _side(viewer: Viewer, plan: Plan) -> StepOwner:
    side = queries.side_of(thing=plan, person=viewer.person, at=MONDAY)
    if side is None:
        raise Http404
    return side


def own_step(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.OWN_STEP_SET, plan)
    owner = _side(viewer, plan)
    return actions.set_step(plan=held, words=words, owner=owner, form_key=uuid4(), by=viewer.person, at=MONDAY)


def mark_own_step(viewer: Viewer, plan: Plan, words: str) -> object:
    own = SmallStep.objects.filter(plan=plan, done_at=None, owner=_side(viewer, plan)).order_by("set_at").first()
    held = writes(viewer, acts.OWN_STEP_MARK, own)
    return actions.mark_step(step=held, done=True, reflection=words, by=viewer.person, at=MONDAY)


def write_contact(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.PLAN_CONTACT_SET, plan)
    return actions.set_contact(
        plan=held, role=ContactRole.OTHER, name=words, form_key=uuid4(), by=viewer.person, at=MONDAY
    )


def propose_contact(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.CONTACT_FORM_PROPOSE, plan)
    form = ContactForm(Rhythm.WEEK, Channel.MEETING, words=words)
    return actions.propose_contact(plan=held, form=form, form_key=uuid4(), by=viewer.person, at=MONDAY)


def write_role(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.MENTOR_ROLE_WRITE, plan)
    earlier = queries.mentor_roles_of(plan=plan).first()
    return actions.write_mentor_role(
        plan=held,
        mentor=queries.mentors_of(plan=plan, at=MONDAY)[0],
        words=words,
        tasks=words,
        version=earlier.version if earlier else 0,
        form_key=uuid4(),
        by=viewer.person,
        at=MONDAY,
    )


def note_guidance(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.GUIDANCE_NOTE, plan)
    contact = queries.guidance_contacts(plan=plan)[0]
    return actions.note_guidance(
        plan=held, contact=contact, on=TODAY, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY
    )


def note_advice(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.TEAM_ADVISE, plan)
    return actions.note_team_advice(
        plan=held,
        on=TODAY,
        took_part=[Department.HEALTH],
        words=words,
        form_key=uuid4(),
        by=viewer.person,
        at=MONDAY,
    )


def stand_by(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.PART_APPROVE, plan)
    return actions.approve_part(plan=held, area=Department.EMPLOYMENT, by=viewer.person, at=MONDAY)


def answer_her(viewer: Viewer, plan: Plan, words: str) -> object:
    asked = Chosen.objects.filter(plan=plan, status=ChosenStatus.REQUESTED).order_by("position").first()
    held = writes(viewer, acts.CHOSEN_ANSWER, asked)
    return actions.answer_request(chosen=held, granted=False, why=words, by=viewer.person, at=MONDAY)


def note_it_ended(viewer: Viewer, plan: Plan, words: str) -> object:
    begun = Chosen.objects.filter(plan=plan, status=ChosenStatus.STARTED).order_by("position").first()
    held = writes(viewer, acts.CHOSEN_ANSWER, begun)
    return actions.complete_chosen(chosen=held, on=TODAY, by=viewer.person, at=MONDAY)


def draft(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.VERSION_DRAFT, plan)
    return actions.make_draft(plan=held, form_key=uuid4(), by=viewer.person, at=MONDAY)


def _version(plan: Plan, status: VersionStatus) -> PlanVersion | None:
    return PlanVersion.objects.filter(plan=plan, status=status).order_by("number").first()


def note_paper(viewer: Viewer, plan: Plan, words: str) -> object:
    """That she signed: under the name of who notes it, and only a draft that is there."""
    held = writes(viewer, acts.VERSION_PAPER, _version(plan, VersionStatus.DRAFT))
    (her,) = at_the_head(table=plan.table, at=MONDAY)
    return actions.note_paper(version=held, signed_by=her, by=viewer.person, at=MONDAY)


def give(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.HANDOVER_NOTE, _version(plan, VersionStatus.AGREED))
    return actions.hand_over(
        version=held, on=TODAY, how=HandedOver.MEETING, form_key=uuid4(), by=viewer.person, at=MONDAY
    )


def change_kind(viewer: Viewer, plan: Plan, words: str) -> object:
    held = writes(viewer, acts.PLAN_KIND, plan)
    kind = PlanKind.RESOURCE if held.kind == PlanKind.ONE else PlanKind.ONE
    return actions.change_kind(plan=held, kind=kind, why=words, form_key=uuid4(), by=viewer.person, at=MONDAY)


# The act each goes by; `draft` comes before the paper she signed, in the order they are done once.
STAFF_DEEDS: dict[Deed, Act[Any]] = {
    take_back: acts.PROPOSAL_TAKE_BACK,
    own_step: acts.OWN_STEP_SET,
    mark_own_step: acts.OWN_STEP_MARK,
    write_contact: acts.PLAN_CONTACT_SET,
    propose_contact: acts.CONTACT_FORM_PROPOSE,
    write_role: acts.MENTOR_ROLE_WRITE,
    note_guidance: acts.GUIDANCE_NOTE,
    note_advice: acts.TEAM_ADVISE,
    stand_by: acts.PART_APPROVE,
    answer_her: acts.CHOSEN_ANSWER,
    note_it_ended: acts.CHOSEN_ANSWER,
    draft: acts.VERSION_DRAFT,
    note_paper: acts.VERSION_PAPER,
    give: acts.HANDOVER_NOTE,
    change_kind: acts.PLAN_KIND,
}
# Looked at and not changed.
READS = {acts.PLAN_READ, acts.VERSION_READ, acts.INFLUENCE_READ, acts.RULING_READ}


def open_to_staff() -> set[Act[Any]]:
    """Every act on something of a plan that somebody beside her has by a seat, but for reading."""
    return {
        act
        for _name, act in acts.all_acts()
        if act.on.__module__.startswith("bordenden.plans.")
        and any(isinstance(one, Seated) and one.roles & BESIDE_HER for one in act.who)
    } - READS


def may_at_all(deed: Deed) -> set[str]:
    """Who of the others the act is open to, her rooms being open to Mie."""
    held = {role for one in STAFF_DEEDS[deed].who if isinstance(one, Seated) for role in one.roles}
    names = {SeatRole.COORDINATOR: "bo", SeatRole.MENTOR: "mie"}
    return {names[role] for role in held if role in names}
