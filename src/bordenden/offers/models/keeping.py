"""Tables around the catalogue: whether it is open, when offers start, events, and materials to read and print."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.offers.models.catalogue import Offer
from bordenden.offers.words import Area
from bordenden.people.models import Municipality


class Catalogue(models.Model):
    """A municipality's catalogue as a whole: shut until it is opened, and then open for good."""

    privacy: ClassVar = Privacy(plain=("id",), statistical=("municipality", "begun_at", "opened_at"))

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Catalogue {self.municipality_id}"

    @property
    def table_id(self) -> None:
        """A catalogue stands at no table."""
        return None


class StartDate(models.Model):
    """A day an offer begins on."""

    privacy: ClassVar = Privacy(plain=("id", "offer"), statistical=("on",))

    id = models.UUIDField(primary_key=True, default=new_id)
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="start_dates")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "on"], name="one_start_an_offer_and_day")]

    def __str__(self) -> str:
        return f"{self.on}"


class Event(models.Model):
    """Something that happens on a day: a guidance meeting, a fair. A called-off one stays, and says so."""

    privacy: ClassVar = Privacy(
        plain=("id", "name", "about", "for_whom", "place", "contact", "form_key", "version", "made_up"),
        statistical=(
            "municipality",
            "area",
            "starts_at",
            "ends_at",
            "written_at",
            "published_at",
            "cancelled_at",
        ),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    area = models.CharField(max_length=12, choices=Area.choices)
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    for_whom = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120)
    contact = models.CharField(max_length=160, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()
    made_up = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["municipality", "starts_at"], name="event_by_municipality")]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "form_key"], name="one_event_a_form"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(published_at__isnull=False),
                name="event_cancelled_was_published",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def table_id(self) -> None:
        """An event stands at no table."""
        return None


class Material(models.Model):
    """A text to read and print: short paragraphs, plain words; without a municipality it is of the starter set."""

    privacy: ClassVar = Privacy(
        plain=("id", "title", "sort_key", "text", "form_key", "version", "made_up"),
        statistical=("municipality", "area", "starter", "written_at", "published_at", "withdrawn_at"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    area = models.CharField(max_length=12, choices=Area.choices, blank=True)
    starter = models.SlugField(max_length=40, blank=True, db_index=False)
    title = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=160)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()
    made_up = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["municipality", "sort_key"], name="material_by_municipality")]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "form_key"], name="one_material_a_form"),
            models.UniqueConstraint(
                fields=["municipality", "starter"],
                condition=~Q(starter="") & Q(municipality__isnull=False),
                name="one_material_a_starter_and_municipality",
            ),
            models.UniqueConstraint(
                fields=["starter"],
                condition=Q(municipality__isnull=True),
                name="one_national_material_a_starter",
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="material_says_something"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def table_id(self) -> None:
        """A material stands at no table."""
        return None
