"""Tables of the evaluation: releases, each frozen as it was published."""

from typing import ClassVar

from django.db import models

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.programmes.models import Programme


class Release(models.Model):
    """One published set of safe tables for a quarter; never changed, so the same question keeps its answer."""

    privacy: ClassVar = Privacy(plain=("id", "programme", "code", "quarter", "published_at", "tables", "checked"))

    id = models.UUIDField(primary_key=True, default=new_id)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="releases")
    code = models.SlugField(max_length=40)
    quarter = models.CharField(max_length=6)
    published_at = models.DateTimeField()
    tables = models.JSONField()
    checked = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "code", "quarter"], name="one_release_a_code_and_quarter"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.quarter}"

    @property
    def table_id(self) -> None:
        """Figures stand at no citizen's table."""
        return None

    @property
    def municipality_id(self) -> int:
        """0: the whole country."""
        return 0
