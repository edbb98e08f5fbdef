"""Tables of pathways: the table itself, the seats at it, rooms opened, the enrolment and the exit."""

from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.encoding import force_str

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.words import Decider, ExitReason, LeavingReason, Room, SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project
from bordenden.programmes.words import Track


class Table(models.Model):
    """One citizen's (later: one family's) table: everything of a case stands at exactly one.

    From `closed_at` on nothing is written there: it lies to be read by whoever still sits there.
    """

    privacy: ClassVar = Privacy(plain=("id",), statistical=("municipality", "opened_at", "closed_at"))

    id = models.UUIDField(primary_key=True, default=new_id)
    # No index: SQLite would rather go through a whole municipality than by the one person's seats.
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def table_id(self) -> UUID:
        """The table a thing stands at; a table stands at itself."""
        return self.pk


class AtTable(models.Model):
    """Whatever stands at a table: the gate finds it by `table`, row-level security by `municipality`."""

    id = models.UUIDField(primary_key=True, default=new_id)
    table = models.ForeignKey(Table, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str:
        """As Django says it, which makes all choices of the field anew for each row."""
        value = getattr(self, field.attname)
        said: str = force_str(_labels(field).get(value, value), strings_only=True)
        return said


@cache
def _labels(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    return dict(field.flatchoices)


class Seat(AtTable):
    """Somebody's place at a table from `starts_at` (included) to `ends_at` (not included; empty is open).

    `left_because`: why a coordinating caseworker left it for another; empty on all other seats.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "municipality", "person"), statistical=("role", "starts_at", "ends_at", "left_because")
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=12, choices=SeatRole.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    left_because = models.CharField(max_length=12, choices=LeavingReason.choices, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "ends_at"], name="seat_by_person"),
            models.Index(fields=["table", "role"], name="seat_by_table"),
            # Of open mentors alone: an index of all a municipality's seats would draw SQLite away from the person's.
            # With what it is chosen by, though that is always the same: else SQLite looks at every seat itself.
            models.Index(
                fields=["municipality", "person", "role", "ends_at"],
                condition=Q(role=SeatRole.MENTOR, ends_at__isnull=True),
                name="open_mentor_by_municipality",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["table"],
                condition=Q(role=SeatRole.COORDINATOR, ends_at__isnull=True),
                name="one_open_coordinator_a_table",
            ),
            models.UniqueConstraint(
                fields=["table", "person", "role"],
                condition=Q(ends_at__isnull=True),
                name="one_open_seat_a_person_and_role",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="seat_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(role=SeatRole.SUBSTITUTE) | Q(ends_at__isnull=False),
                name="substitute_has_a_last_day",
            ),
            models.CheckConstraint(
                condition=~Q(role=SeatRole.SUPERVISOR) | Q(ends_at__isnull=False),
                name="supervisor_has_a_last_day",
            ),
        ]


class Opening(AtTable):
    """A room the head opened for one seat, from `opened_at` (included) to `until` (not included)."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "municipality", "seat"), statistical=("room", "opened_at", "until")
    )

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="openings")
    room = models.CharField(max_length=12, choices=Room.choices)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["seat", "room", "until"], name="opening_by_seat")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("opened_at")), name="opening_ends_after_it_starts"),
        ]


class Enrolment(AtTable):
    """The citizen's course in one project; active once a caseworker sits there and a mentor was offered.

    `ended_on` is the day of its exit: whoever comes back later gets a course more, never two at a time.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "reference", "reference_key"),
        statistical=(
            "municipality",
            "project",
            "track",
            "target_group",
            "referred_on",
            "mentor_offered_on",
            "activated_on",
            "ended_on",
        ),
    )

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="enrolments")
    reference = models.CharField(max_length=20)
    reference_key = models.CharField(max_length=60, blank=True)
    track = models.CharField(max_length=3, choices=Track.choices)
    target_group = models.CharField(max_length=20, blank=True)
    referred_on = models.DateField()
    mentor_offered_on = models.DateField(null=True, blank=True)
    activated_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["project", "activated_on"], name="enrolment_by_project"),
            models.Index(fields=["project", "reference"], name="enrolment_by_reference"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "reference"],
                condition=Q(ended_on__isnull=True),
                name="one_open_course_a_reference",
            ),
            models.UniqueConstraint(
                fields=["table", "project"],
                condition=Q(ended_on__isnull=True),
                name="one_open_enrolment_a_table_and_project",
            ),
            models.CheckConstraint(
                condition=Q(activated_on__isnull=True) | Q(activated_on__gte=F("referred_on")),
                name="activated_after_referral",
            ),
        ]


class Exit(AtTable):
    """How and when a course ended; a discharge by the caseworker carries a written reason.

    `wage_hours`: hours a week with ordinary pay; `place_name`: the employer or the school she goes to.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "enrolment"),
        statistical=("municipality", "on", "reason", "decided_by", "moved_to", "wage_hours"),
        sensitive=("citizen_words", "grounds", "place_name"),
    )

    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="exit")
    on = models.DateField()
    reason = models.CharField(max_length=24, choices=ExitReason.choices)
    decided_by = models.CharField(max_length=12, choices=Decider.choices)
    moved_to = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    citizen_words = models.TextField(blank=True)
    grounds = models.TextField(blank=True)
    wage_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    place_name = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["on", "reason"], name="exit_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=ExitReason.DISCHARGED) | ~Q(grounds=""),
                name="discharge_carries_its_grounds",
            ),
        ]
