"""Tables of the parts: a member's own part in versions, who may read it, and who has taken what on."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.families.models.circle import Family, Member
from bordenden.families.words import PartKind
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Seat
from bordenden.people.models import Person
from bordenden.plans.models import Goal, SmallStep


class Part(AtTable):
    """A member's own part of the family's plan: it belongs to that one person, also after the family is left."""

    privacy: ClassVar = Privacy(plain=("id", "table", "member"), statistical=("municipality", "begun_at"))

    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="part")
    begun_at = models.DateTimeField(null=True, blank=True)


class PartWords(AtTable):
    """What the owner says of one kind; the newest row counts, older ones are its history. Empty: taken back.

    What is `only_mine` is never shown to anybody else, whoever the part is opened for.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "part", "version", "written_by"),
        statistical=("municipality", "kind", "only_mine", "written_at"),
        sensitive=("words",),
    )

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="said")
    kind = models.CharField(max_length=5, choices=PartKind.choices)
    version = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    only_mine = models.BooleanField(default=False)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "kind", "version"], name="part_words_version_once")]


class PartShare(AtTable):
    """That one other may read a part: a member of the family, or whoever sits on one seat, for a stretch of time.

    The very member and the very seat: who joins again, or comes after on a seat, inherits nothing.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "part", "to_member", "to_seat", "shared_by"),
        statistical=("municipality", "starts_at", "ends_at"),
    )

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="shares")
    to_member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="shown")
    to_seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_member__isnull=True, to_seat__isnull=False)
                | Q(to_member__isnull=False, to_seat__isnull=True),
                name="part_shared_with_exactly_one",
            ),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="part_share_ends_after_it_starts"),
        ]


class Undertaking(AtTable):
    """A common goal or small step of the family's plan: who of the family has taken it on, and who stands by."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "family", "goal", "step", "member"),
        statistical=("municipality", "set_at"),
        identifying=("supporters",),
    )

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="undertakings")
    goal = models.OneToOneField(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="undertaking")
    step = models.OneToOneField(
        SmallStep, null=True, blank=True, on_delete=models.PROTECT, related_name="undertaking"
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="undertakings")
    supporters = models.CharField(max_length=200, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(goal__isnull=True, step__isnull=False) | Q(goal__isnull=False, step__isnull=True),
                name="undertaking_of_one_goal_or_step",
            ),
        ]
