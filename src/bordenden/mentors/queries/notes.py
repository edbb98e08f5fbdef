"""Reads of the mentor's notes."""

from django.db.models import QuerySet

from bordenden.mentors.models import MentorNote, MentorNoteWording
from bordenden.pathways.models import Seat, Table


def notes_at(*, table: Table) -> QuerySet[MentorNote]:
    """Every mentor's notes at the table, the newest day first, with their authors."""
    rows = MentorNote.objects.filter(table=table).select_related("seat__person")
    return rows.order_by("-on", "-written_at", "pk")


def notes_of(*, seat: Seat) -> QuerySet[MentorNote]:
    """One mentor's own notes, the newest day first."""
    return MentorNote.objects.filter(seat=seat).order_by("-on", "-written_at", "pk")


def earlier_words(*, note: MentorNote) -> QuerySet[MentorNoteWording]:
    """How the note stood before, the newest first."""
    return MentorNoteWording.objects.filter(note=note).order_by("-version")
