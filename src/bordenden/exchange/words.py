"""The words of messages and files: whether something is open for a seat, and what kinds of files are taken in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bordenden.pathways.words import SeatRole

# By public task: they begin with her as she does with them, and it stays open.
OFFICE_SEATS = frozenset({SeatRole.COORDINATOR, SeatRole.SUBSTITUTE})
# Hers to begin with, to close and to open again. Of guests those who are there for their profession's sake.
ASKED_SEATS = frozenset({SeatRole.MENTOR, SeatRole.GUEST, SeatRole.FAMILY})
WRITING_SEATS = OFFICE_SEATS | ASKED_SEATS
# While she writes with them they may lay a file there. Whoever is of the family reads what is shown to them.
LAYING_SEATS = frozenset({SeatRole.MENTOR, SeatRole.GUEST})


class Shown(models.TextChoices):
    """Whether the seat may read it. The gate reads the same words on everything that is shared with one seat.

    MEETING: as long as it lies on the table of a talk, until `shared_until`.
    """

    SENT = "sent", _("Åben")
    MEETING = "meeting", _("På bordet, når I mødes")
    KEPT = "kept", _("Lukket")


class FileKind(models.TextChoices):
    """What a file is by its own first bytes, whatever it is called."""

    PDF = "pdf", _("PDF")
    JPEG = "jpeg", _("Billede (JPEG)")
    PNG = "png", _("Billede (PNG)")


MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
}
ENDINGS = {FileKind.PDF: ".pdf", FileKind.JPEG: ".jpg", FileKind.PNG: ".png"}
