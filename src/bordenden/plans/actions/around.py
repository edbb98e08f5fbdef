"""Writes about whom she can call: typed by her or her caseworker, ordered and taken off by her alone."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.plans.actions.holding import hold, only_the_head
from bordenden.plans.models import Plan, PlanContact
from bordenden.plans.queries import Contact, all_contacts_of
from bordenden.plans.words import FROM_THE_TABLE, MOST_CONTACTS, ContactRole
from bordenden.programmes.words import Department

SHORTEST_NUMBER = 8


@transaction.atomic
def set_contact(
    *,
    plan: Plan,
    role: ContactRole,
    name: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    phone: str = "",
    hours: str = "",
    where: str = "",
    department: Department | None = None,
) -> PlanContact:
    """Somebody more to call, last in her order. The same form sent again gives the first.

    Raises NotPossible for a role that comes from the table, no name, a number nobody can call, or a full list.
    """
    _can_be_typed(role, name, phone)
    hold(Plan, plan)
    said = {"role": role, "name": name.strip(), "phone": " ".join(phone.split()), "hours": hours.strip()}
    said |= {"where": where.strip(), "department": department or ""}
    earlier = PlanContact.objects.filter(plan=plan, form_key=form_key).first()
    if earlier is not None:
        if any(getattr(earlier, field) != value for field, value in said.items()):
            raise AlreadySent(earlier.name)
        return earlier
    if PlanContact.objects.filter(plan=plan, person=None, taken_off_at=None).count() >= MOST_CONTACTS:
        raise NotPossible(_("Der er plads til %(most)d på listen. Tag først én af.") % {"most": MOST_CONTACTS})
    made = PlanContact.objects.create(
        **_place(plan), plan=plan, position=_last(plan) + 1, set_at=at, form_key=form_key, **said
    )
    record(act="plan_contact.set", by=by, thing=made, at=at)
    return made


def _can_be_typed(role: ContactRole, name: str, phone: str) -> None:
    if role in FROM_THE_TABLE:
        raise NotPossible(_("Sagsbehandler og mentor står der af sig selv, når de sidder ved bordet."))
    if not name.strip():
        raise NotPossible(_("Skriv, hvem det er."))
    if phone.strip() and (
        sum(sign.isdecimal() for sign in phone) < SHORTEST_NUMBER or set(phone) - set("0123456789 +")
    ):
        raise NotPossible(_("Skriv et telefonnummer med mindst otte cifre, for eksempel 12 34 56 78."))


@transaction.atomic
def move_contact(*, plan: Plan, contact: Contact, up: bool, by: Actor, at: datetime) -> list[Contact]:
    """One place up or down in her order; at the end of the list nothing changes. Raises NotPossible for others."""
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    order = all_contacts_of(plan=plan, at=at)
    shown = [one for one in order if not one.taken_off]
    here = next((place for place, one in enumerate(shown) if one.pk == contact.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(shown):
        return shown
    shown[here], shown[there] = shown[there], shown[here]
    _write_order(plan, [*shown, *(one for one in order if one.taken_off)], at)
    record(act="plan_contact.order", by=by, thing=plan, at=at)
    return shown


@transaction.atomic
def take_off_contact(*, plan: Plan, contact: Contact, by: Actor, at: datetime) -> None:
    """Off her list, whoever it is; the row stays. Who sits at the table keeps the seat."""
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    if not contact.taken_off:
        row = _write(plan, contact, at, taken_off_at=at)
        record(act="plan_contact.off", by=by, thing=row, at=at)


@transaction.atomic
def put_back_contact(*, plan: Plan, contact: Contact, by: Actor, at: datetime) -> None:
    """Somebody at her table is on her list again."""
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    if contact.taken_off:
        row = _write(plan, contact, at, taken_off_at=None)
        record(act="plan_contact.back", by=by, thing=row, at=at)


def _write_order(plan: Plan, order: list[Contact], at: datetime) -> None:
    """Three statements at most, however many there are; who comes from the table gets a row the first time."""
    listed = PlanContact.objects.select_for_update().filter(plan=plan).order_by("pk")
    rows = {(row.person_id, row.role) if row.person_id else row.pk: row for row in listed}
    keyed = {(one.pk, one.role.value) if one.person else one.pk: one for one in order}
    new = [
        PlanContact(plan=plan, person=one.person, role=one.role, **_fresh(plan, one, at))
        for key, one in keyed.items()
        if key not in rows
    ]
    standing = [rows[key] for key in keyed if key in rows]
    places = {key: position for position, key in enumerate(keyed, start=1)}
    for row in (*standing, *new):
        row.position = places[(row.person_id, row.role) if row.person_id else row.pk]
    PlanContact.objects.bulk_update(standing, ["position"])
    PlanContact.objects.bulk_create(new)


def _write(plan: Plan, contact: Contact, at: datetime, **changed: int | datetime | None) -> PlanContact:
    """The row of a contact with something changed; who comes from the table gets one at the first change."""
    if contact.person is None:
        row = PlanContact.objects.select_for_update().get(plan=plan, pk=contact.pk)
    else:
        row, _made = PlanContact.objects.get_or_create(
            plan=plan, person=contact.person, role=contact.role, defaults=_fresh(plan, contact, at)
        )
    for field, value in changed.items():
        setattr(row, field, value)
    row.save(update_fields=list(changed))
    return row


def _fresh(plan: Plan, contact: Contact, at: datetime) -> dict[str, Any]:
    place = max(contact.position, 0)
    return {**_place(plan), "name": contact.name, "position": place, "set_at": at, "form_key": new_id()}


def _place(plan: Plan) -> dict[str, object]:
    return {"table_id": plan.table_id, "municipality_id": plan.municipality_id}


def _last(plan: Plan) -> int:
    last: int | None = PlanContact.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return last or 0
