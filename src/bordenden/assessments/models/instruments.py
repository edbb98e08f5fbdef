"""Tables of instruments: published versions that never change, their items, recordings, withdrawals and test runs."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from bordenden.assessments.words import Area, Purpose
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.people.models import Municipality, Person
from bordenden.programmes.words import Track

LOWEST, HIGHEST = 0, 10


class Instrument(models.Model):
    """A set of questions under one code. With a `municipality` it holds local additions beside the common core."""

    privacy: ClassVar = Privacy(plain=("id", "code", "name", "purpose", "municipality"))

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.SITUATION)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "municipality"],
                condition=Q(municipality__isnull=False),
                name="one_local_addition_a_purpose_and_municipality",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class InstrumentVersion(models.Model):
    """A version; from `published_at` the database lets nobody change it. Unpublished it is the one draft.

    `digest` is of the file it came from, or of the file it can be written as; empty while it is a draft.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "instrument", "number", "intro", "changes", "published_at", "digest", "edits")
    )
    # The audit asks every thing for its place: an instrument stands at no table.
    table_id: ClassVar[UUID | None] = None

    id = models.UUIDField(primary_key=True, default=new_id)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    intro = models.TextField(blank=True)
    changes = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    # Counts the edits of a draft, so that two who edit it at once are told.
    edits = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["instrument", "digest"], condition=~Q(digest=""), name="same_file_imported_once"
            ),
            models.UniqueConstraint(
                fields=["instrument"], condition=Q(published_at__isnull=True), name="one_draft_an_instrument"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.number}"

    @property
    def municipality_id(self) -> int:
        """Whose questions they are; 0 is the whole country."""
        return self.instrument.municipality_id or 0


class Item(models.Model):
    """One question, rated 0 to 10 with words at 0, 5 and 10.

    `code` names it in its version. `continues` is the code in an earlier version that it goes on from under a new
    name; `identity`, set when the version is published, is what its curve is drawn by across versions.
    `edition` is empty for both tracks; else the wording is for that track alone, the other has one of its own.
    `shielded`: the answer never reaches her caseworker, only figures over many. `indicator`: see domain.md 4.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "version", "position", "topic", "question", "low", "middle", "high", "continues", "shielded"),
        statistical=("code", "area", "edition", "identity", "indicator"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="items")
    code = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=12, choices=Area.choices, default=Area.SELF)
    edition = models.CharField(max_length=3, choices=Track.choices, blank=True)
    topic = models.CharField(max_length=60)
    question = models.CharField(max_length=200)
    low = models.CharField(max_length=100)
    middle = models.CharField(max_length=100)
    high = models.CharField(max_length=100)
    shielded = models.BooleanField(default=False)
    continues = models.SlugField(max_length=40, blank=True)
    identity = models.SlugField(max_length=40, blank=True)
    indicator = models.SlugField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "code", "edition"], name="item_code_once_a_version"),
            models.UniqueConstraint(fields=["version", "position", "edition"], name="item_position_once_a_version"),
        ]

    def __str__(self) -> str:
        return self.topic


class Recording(models.Model):
    """An item read aloud, as a sound file fetched on tap. An `artificial` voice is said to be one."""

    privacy: ClassVar = Privacy(plain=("item", "content", "media_type", "artificial"))

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.PROTECT, related_name="recording")
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    artificial = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"Recording {self.item_id}"


class Withdrawal(models.Model):
    """A published question that is asked no more, from `at`; answers already given stay."""

    privacy: ClassVar = Privacy(plain=("item", "at", "by", "why"))
    table_id: ClassVar[UUID | None] = None
    municipality_id: ClassVar[int] = 0

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"Withdrawal {self.item_id}"


class TestRun(models.Model):
    """Somebody tried a draft as a citizen would; nothing they answered is kept, only what they remarked."""

    privacy: ClassVar = Privacy(plain=("id", "version", "by", "begun_at", "finished_at", "on_the_whole", "form_key"))
    __test__: ClassVar = False
    table_id: ClassVar[UUID | None] = None
    municipality_id: ClassVar[int] = 0

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="test_runs")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    on_the_whole = models.TextField(blank=True)
    form_key = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return f"TestRun {self.pk}"


class TestRemark(models.Model):
    """What somebody said about one question in a test run."""

    privacy: ClassVar = Privacy(plain=("id", "run", "code", "words", "clear"))
    __test__: ClassVar = False

    id = models.UUIDField(primary_key=True, default=new_id)
    run = models.ForeignKey(TestRun, on_delete=models.PROTECT, related_name="remarks")
    code = models.SlugField(max_length=40)
    clear = models.BooleanField(default=True)
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "code"], name="one_remark_a_run_and_question")]

    def __str__(self) -> str:
        return f"TestRemark {self.code}"
