"""En tekst hos den, der passer den: change it, publish it, take it out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.offers.queries import is_to_read
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.keeper_forms import ButtonForm, MaterialForm, pressed_of, refuse
from bordenden.web.insight.keeping import around
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Material

DRAFT = "material.kept"
TEXTS = ("title", "text")
# What the buttons beside the form do, by the name they send.
BUTTONS = {"publish": actions.publish_material, "withdraw": actions.withdraw_material}


@opens(acts.MATERIAL_KEEP)
def material_kept(visit: Visit[Material], pk: UUID) -> HttpResponse:
    """One form, and a button for what may be done now."""
    stale: tuple[StaleText, ...] = ()
    pressed = pressed_of(visit.posted, BUTTONS)
    with visit.reading():
        material = visit.reach(pk, "municipality")
        edit = MaterialForm.of(None if pressed else visit.posted, material)
        button = ButtonForm(visit.posted if pressed else None)
        valid = button.is_valid() or edit.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                _do(visit, held, pressed, edit)
            return visit.go("material_kept", pk)
        except NotPossible as refused:
            stale = refuse(refused, edit, button)
    with visit.reading():
        context = {
            "material": material,
            "published": is_to_read(material, at=visit.at),
            "edit": edit,
            "stale": stale,
            **drafts_beside(visit, edit, DRAFT, material, texts=TEXTS),
            **around(material.municipality, "materials_kept"),
        }
        return visit.show("insight/material_kept.html", context, button if pressed else edit)


def _do(visit: Visit[Material], held: Material, pressed: str, edit: MaterialForm) -> None:
    by, at = visit.viewer.person, visit.at
    if pressed:
        BUTTONS[pressed](material=held, by=by, at=at)
    else:
        version = edit.cleaned_data["version"] or 0
        actions.change_material(material=held, **edit.words, version=version, by=by, at=at)
        close_draft(visit)


material_kept_draft = drafts_of(material_kept, DRAFT)
