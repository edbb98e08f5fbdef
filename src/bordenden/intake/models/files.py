"""Files on their way in: kept for their uploader alone until they are brought in, a day at most."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.intake.words import FileKind
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project


class CaseloadFile(models.Model):
    """A file as text. `closed_at`: it was brought in or thrown away, and its text is gone.

    `sheet`: of an Excel file the sheet that was read, `sheets` how many there are. `brought`: how many lines were
    brought in (None: none, it was thrown away), `left_out` the numbers of those that were not.
    """

    privacy: ClassVar = Privacy(
        plain=(
            *("id", "owner", "project", "municipality", "kind", "lines", "sheets", "brought", "left_out"),
            *("uploaded_at", "expires_at", "closed_at"),
        ),
        identifying=("content", "sheet"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=FileKind.choices, default=FileKind.CASELOAD)
    content = models.TextField(blank=True)
    lines = models.PositiveIntegerField()
    sheet = models.CharField(max_length=60, blank=True)
    sheets = models.PositiveSmallIntegerField(default=0)
    brought = models.PositiveIntegerField(null=True, blank=True)
    left_out = models.TextField(blank=True)
    uploaded_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "project"], name="caseload_file_by_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(content=""), name="closed_caseload_file_is_empty"
            ),
            models.UniqueConstraint(
                fields=["owner", "project", "kind"],
                condition=Q(closed_at__isnull=True),
                name="one_open_file_an_owner_and_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    @property
    def table_id(self) -> None:
        """It stands at no table; the audit asks every thing where it stands."""
        return None
