"""Tables of assessments: an instrument, its published versions and items, her sheets and answers."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from bordenden.assessments.words import AnswerKind
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable

LOWEST, HIGHEST = 0, 10


class Instrument(models.Model):
    """A set of questions under one code, in one or more published versions."""

    privacy: ClassVar = Privacy(plain=("id", "code", "name"))

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class InstrumentVersion(models.Model):
    """A version; from `published_at` the database lets nobody change it. `digest` is of the file it came from."""

    privacy: ClassVar = Privacy(plain=("id", "instrument", "number", "intro", "published_at", "digest"))
    # The audit asks every thing for its place: an instrument stands at no table and is national.
    table_id: ClassVar[UUID | None] = None
    municipality_id: ClassVar[int] = 0

    id = models.UUIDField(primary_key=True, default=new_id)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    intro = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="version_number_once"),
            models.UniqueConstraint(fields=["instrument", "digest"], name="same_file_imported_once"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.number}"


class Item(models.Model):
    """One question, rated 0 to 10 with words at 0, 5 and 10; `code` is its identity across versions."""

    privacy: ClassVar = Privacy(
        plain=("id", "version", "position", "topic", "question", "low", "middle", "high"),
        statistical=("code",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="items")
    code = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    topic = models.CharField(max_length=60)
    question = models.CharField(max_length=200)
    low = models.CharField(max_length=100)
    middle = models.CharField(max_length=100)
    high = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="item_code_once_a_version"),
            models.UniqueConstraint(fields=["version", "position"], name="item_position_once_a_version"),
        ]

    def __str__(self) -> str:
        return self.topic


class Sheet(AtTable):
    """One round of answers; open until she says it is finished. At most one is open at a table."""

    privacy: ClassVar = Privacy(
        plain=("id", "table"), statistical=("municipality", "version", "started_at", "finished_at")
    )

    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["table", "started_at"], name="sheet_by_table")]
        constraints = [
            models.UniqueConstraint(
                fields=["table"], condition=Q(finished_at__isnull=True), name="one_open_sheet_a_table"
            ),
        ]


class Answer(AtTable):
    """Her answer to one item on one sheet; a later answer on the same sheet replaces it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "sheet"), statistical=("municipality", "item", "kind", "value", "answered_at")
    )

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=AnswerKind.choices)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "item"], name="one_answer_an_item_and_sheet"),
            models.CheckConstraint(
                condition=Q(kind=AnswerKind.RATED, value__isnull=False, value__gte=LOWEST, value__lte=HIGHEST)
                | Q(~Q(kind=AnswerKind.RATED), value__isnull=True),
                name="only_a_rating_has_a_value_on_the_scale",
            ),
        ]
