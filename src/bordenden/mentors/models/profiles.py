"""Tables of a municipality's mentors: who they are, what they speak, for how many they have room."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.mentors.words import MOST_AT_ONCE, Language, MentorFrom
from bordenden.people.models import Municipality, Person


class MentorProfile(models.Model):
    """What a citizen reads of somebody she may choose as her mentor; one a person.

    `languages` are codes with a space between. `capacity` is for how many at once. Nobody can choose a profile that
    is not shown; one who has left keeps the row and its history.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "person", "set_by", "version", "form_key"),
        statistical=("municipality", "comes_from", "languages", "capacity", "shown_at", "left_at", "set_at"),
        identifying=("about", "background"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="mentor_profile")
    comes_from = models.CharField(max_length=12, choices=MentorFrom.choices)
    about = models.TextField()
    background = models.CharField(max_length=300, blank=True)
    languages = models.CharField(max_length=60)
    capacity = models.PositiveSmallIntegerField()
    shown_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "shown_at"], name="mentors_of_a_municipality")]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "form_key"], name="one_mentor_a_form"),
            models.CheckConstraint(condition=Q(capacity__lte=MOST_AT_ONCE), name="mentor_for_not_too_many"),
            models.CheckConstraint(condition=~Q(about="") & ~Q(languages=""), name="mentor_is_described"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(shown_at__isnull=True) | Q(left_at__gte=F("shown_at")),
                name="mentor_leaves_after_being_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"MentorProfile {self.pk}"

    @property
    def table_id(self) -> None:
        """A profile stands at no table; the audit asks every thing where it stands."""
        return None

    @property
    def spoken(self) -> tuple[Language, ...]:
        """The languages, in the order of the list."""
        codes = self.languages.split()
        return tuple(one for one in Language if one.value in codes)
