"""Tables of the catalogue: what there is, for whom, where, and who to ask."""

from typing import ClassVar, Protocol

from django.db import models
from django.db.models import Q

from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.offers.words import Area, OfferKind, ProviderKind
from bordenden.people.models import Municipality
from bordenden.programmes.words import Department


class Describes(Protocol):
    """What says these things of an offer: the offer itself, or what its keeper writes."""

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def for_whom(self) -> str: ...
    @property
    def provider(self) -> str: ...
    @property
    def place(self) -> str: ...


def found_by(said: Describes) -> dict[str, str]:
    """The two columns a search looks in: all it says of itself, and where it is. Set when it is written."""
    words = (said.name, said.about, said.for_whom, said.provider, said.place)
    return {"search_text": sort_key(" ".join(words)), "place_key": sort_key(said.place)}


class Offer(models.Model):
    """One offer in a municipality's catalogue; without a municipality it is of the national starter set.

    `starter` is the code of the starter set's item it was made from ("" for the municipality's own). `capacity` is
    how many can be in it at once (None: no limit). `cost` is in whole kroner a participant. A draft has no
    `published_at`; one that is taken out keeps its row and its history.
    """

    privacy: ClassVar = Privacy(
        plain=(
            "id",
            "name",
            "sort_key",
            "search_text",
            "place_key",
            "about",
            "for_whom",
            "provider",
            "place",
            "times",
            "legal_basis",
            "end_criterion",
            "contact_name",
            "contact_phone",
            "contact_hours",
            "version",
            "form_key",
            "made_up",
        ),
        statistical=(
            "municipality",
            "area",
            "kind",
            "category",
            "starter",
            "provider_kind",
            "department",
            "capacity",
            "cost",
            "in_a_group",
            "for_families",
            "discreet",
            "written_at",
            "published_at",
            "withdrawn_at",
        ),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=12, choices=Area.choices)
    kind = models.CharField(max_length=8, choices=OfferKind.choices, default=OfferKind.ACTIVITY)
    category = models.SlugField(max_length=40, blank=True, db_index=False)
    starter = models.SlugField(max_length=40, blank=True, db_index=False)
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=160)
    # What it is found by; see `found_by`.
    search_text = models.TextField(blank=True)
    place_key = models.CharField(max_length=240, blank=True)
    about = models.TextField(blank=True)
    for_whom = models.TextField(blank=True)
    provider_kind = models.CharField(max_length=10, choices=ProviderKind.choices, default=ProviderKind.MUNICIPAL)
    provider = models.CharField(max_length=120, blank=True)
    department = models.CharField(max_length=12, choices=Department.choices)
    place = models.CharField(max_length=120, blank=True)
    times = models.CharField(max_length=200, blank=True)
    capacity = models.PositiveSmallIntegerField(null=True, blank=True)
    cost = models.PositiveIntegerField(null=True, blank=True)
    legal_basis = models.CharField(max_length=200, blank=True)
    # What ends it, where it has an end of its own ("du læser på niveau med 9. klasse").
    end_criterion = models.CharField(max_length=200, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    contact_hours = models.CharField(max_length=80, blank=True)
    in_a_group = models.BooleanField(default=False)
    for_families = models.BooleanField(default=False)
    # Whatever tells of illness or substances by its name alone: never named in a list somebody else reads.
    discreet = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()
    made_up = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "area", "sort_key"], name="offer_by_municipality"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "form_key"], name="one_offer_a_form"),
            models.UniqueConstraint(
                fields=["municipality", "starter"],
                condition=~Q(starter="") & Q(municipality__isnull=False),
                name="one_offer_a_starter_and_municipality",
            ),
            models.UniqueConstraint(
                fields=["starter"],
                condition=Q(municipality__isnull=True),
                name="one_national_offer_a_starter",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="offer_has_a_name"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(published_at__isnull=False),
                name="offer_withdrawn_was_published",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_out(self) -> bool:
        """Whether it has been published and not taken out again."""
        return self.published_at is not None and self.withdrawn_at is None

    @property
    def table_id(self) -> None:
        """An offer stands at no table."""
        return None
