"""The words of messages and files: whether something is open for a seat, and what kinds of files are taken in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bordenden.pathways.words import SeatRole

# Who writes with her and may be shown files: those who work with her. Guests are invited to one thing.
WORKS_WITH_HER = frozenset({SeatRole.COORDINATOR, SeatRole.SUBSTITUTE, SeatRole.MENTOR})


class Shown(models.TextChoices):
    """Whether the seat may read it. The gate reads the same words on everything that is shared with one seat."""

    SENT = "sent", _("Åben")
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
