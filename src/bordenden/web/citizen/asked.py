"""Where she answers what waits for her yes, and the lines on her first page that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from bordenden.mentors.queries import Asked
    from bordenden.moves.queries import Asked as AskedOfMove
    from bordenden.pathways.models import Table
    from bordenden.plans.queries import Waits


def answered_at(row: Waits) -> str:
    """The page with the buttons."""
    return reverse("penned" if row.penned else "proposal", args=[row.pk])


def of_her_mentor(table: Table, found: Asked) -> tuple[tuple[str, str], ...]:
    """Who is not her mentor any more, an agreement to answer, an offer to answer."""
    mine = reverse("my_mentor", args=[table.pk])
    lines = []
    if found.left:
        lines.append((_("%(name)s er ikke din mentor mere") % {"name": found.left}, mine))
    if found.agreement is not None:
        words = _("Læs aftalen med %(name)s, og svar") % {"name": found.mentor}
        lines.append((words, reverse("mentor_agreement", args=[found.agreement])))
    if found.offered:
        lines.append((_("Du kan få en mentor. Har du lyst til det?"), mine))
    return tuple(lines)


def of_her_move(found: AskedOfMove) -> tuple[tuple[str, str], ...]:
    """She moves: whether her table goes along is hers to say."""
    return ((_("Du flytter. Vil du tage dit bord med?"), reverse("move", args=[found.move])),) if found.move else ()
