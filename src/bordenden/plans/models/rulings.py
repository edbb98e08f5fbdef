"""Tables of formal decisions: the letter with its grounds, and how one complains, as each municipality says it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Municipality, Person
from bordenden.plans.models.chosen import Chosen


class ComplaintGuide(models.Model):
    """How one complains of a formal decision, in a municipality's own words; without one, what holds everywhere.

    Kept as data, not in the code: where to write, by when, who looks at it again. The newest row counts.
    """

    privacy: ClassVar = Privacy(plain=("id", "municipality", "words", "made_up"), statistical=("written_at",))

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    written_at = models.DateTimeField()
    made_up = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["municipality", "-written_at"], name="complaint_guide_newest")]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="complaint_guide_has_words")]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.written_at:%Y-%m-%d}"


class Ruling(AtTable):
    """A formal decision on something she asked for: a letter that never changes once it is given.

    It keeps its own copy of what was asked for and of how to complain, as they stood that day.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "chosen", "decided_by", "how_to_complain"),
        statistical=("municipality", "granted", "decided_at"),
        sensitive=("what", "grounds"),
    )

    chosen = models.ForeignKey(Chosen, on_delete=models.PROTECT, related_name="rulings")
    granted = models.BooleanField()
    what = models.CharField(max_length=200)
    grounds = models.TextField()
    how_to_complain = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["chosen", "-decided_at"], name="rulings_of_a_choice")]
        constraints = [
            models.CheckConstraint(condition=~Q(grounds="") & ~Q(how_to_complain=""), name="ruling_says_why_and_how"),
        ]
