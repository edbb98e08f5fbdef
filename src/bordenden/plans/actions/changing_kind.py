"""Which plan it is: her one plan, or the part of a resource course that says what is done."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import course
from bordenden.plans.actions.holding import hold
from bordenden.plans.models import KindChange, Plan
from bordenden.plans.words import PlanKind


@transaction.atomic
def change_kind(*, plan: Plan, kind: PlanKind, why: str, form_key: FormKey, by: Actor, at: datetime) -> KindChange:
    """From her one plan to the resource course's, or back; what she has chosen becomes part of that course.

    Nothing on the plan changes but what it is called. Raises NotPossible without a reason, without a running
    course, for a family's plan, and when the plan is that already.
    """
    held = hold(Plan, plan)
    sent = KindChange.objects.filter(plan=held, form_key=form_key).first()
    if sent is not None:
        return sent
    why, enrolment = why.strip(), course(table=held.table)
    if not why:
        raise NotPossible(_("Skriv, hvorfor planen skifter. Borgeren kan læse det."))
    if PlanKind.FAMILY in {held.kind, kind}:
        raise NotPossible(_("En families plan skifter ikke."))
    if held.kind == kind:
        raise NotPossible(_("Det er planen allerede."))
    if enrolment is None or enrolment.activated_on is None or hasattr(enrolment, "exit"):
        raise NotPossible(_("Planen kan kun skifte, mens der er et forløb i gang."))
    changed = KindChange.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        plan=held,
        enrolment=enrolment,
        kind=kind,
        why=why,
        changed_by_id=by.pk,
        changed_at=at,
        form_key=form_key,
    )
    held.kind = kind
    held.save(update_fields=["kind"])
    record(act="plan.kind", by=by, thing=changed, at=at)
    return changed
