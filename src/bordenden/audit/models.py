"""The tables of the audit: entries, and the sealed blocks that chain them per municipality."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, ClassVar, NoReturn
from uuid import uuid4

from django.db import models
from django.db.models import Q

from bordenden.audit import digests
from bordenden.audit.digests import DIGEST_LENGTH, Value
from bordenden.audit.looks import CODE_LENGTH
from bordenden.audit.words import Kind
from bordenden.foundation.privacy import Privacy


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or remove what is only ever added to."""


def _refuse() -> NoReturn:
    raise AppendOnlyError("the audit is append only")


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that may be added and read. The database refuses the rest a second time, by triggers."""

    def update(self, **kwargs: object) -> NoReturn:  # noqa: ARG002
        """Refused."""
        _refuse()

    def delete(self) -> NoReturn:
        """Refused."""
        _refuse()

    def bulk_update(
        self,
        objs: Iterable[models.Model],  # noqa: ARG002
        fields: Iterable[str],  # noqa: ARG002
        batch_size: int | None = None,  # noqa: ARG002
    ) -> NoReturn:
        """Refused."""
        _refuse()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401
        """Added in one statement; overwriting on conflict is refused."""
        if kwargs.get("update_conflicts"):
            _refuse()
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnly(models.Model):
    """A row that is written once. Retention will later get a way of its own: `docs/decisions/0002`."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Insert; a row that already stands is refused."""
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ANN401, ARG002
        """Refused."""
        _refuse()


class Entry(AppendOnly):
    """Somebody did or saw something. Ids and codes only; no foreign keys, so nothing else can pull it along.

    `table` is the citizen's table the thing stands on, `pen` who held the pen when it was not the actor,
    `basis` by what right (e.g. the seat role) or what for, `hour` is filled for list looks alone.
    """

    municipality = models.IntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField()
    pen = models.UUIDField(null=True)
    act = models.CharField(max_length=CODE_LENGTH)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    thing_type = models.CharField(max_length=CODE_LENGTH)
    thing = models.UUIDField(null=True)
    table = models.UUIDField(null=True)
    hour = models.DateTimeField(null=True)
    basis = models.CharField(max_length=CODE_LENGTH, blank=True)
    salt = models.UUIDField(default=uuid4)
    digest = models.CharField(max_length=DIGEST_LENGTH)

    privacy: ClassVar[Privacy] = Privacy(
        plain=("id", "municipality", "at", "act", "kind", "thing_type", "hour", "basis", "salt", "digest"),
        identifying=("actor", "pen", "thing", "table"),
    )
    CONTENT: ClassVar[tuple[str, ...]] = (
        "salt", "municipality", "at", "actor", "pen", "act", "kind", "thing_type", "thing", "table", "hour",
        "basis",
    )  # fmt: skip

    class Meta(AppendOnly.Meta):
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["table", "at"], name="entry_by_table"),
            models.Index(fields=["municipality", "id"], name="entry_by_municipality"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "table", "act", "hour"],
                condition=Q(kind="list", table__isnull=False),
                name="one_list_look_an_hour_per_table",
            ),
            models.UniqueConstraint(
                fields=["actor", "municipality", "thing_type", "thing", "act", "hour"],
                condition=Q(kind="list", table__isnull=True, thing__isnull=False),
                name="one_list_look_an_hour_per_thing",
            ),
            models.UniqueConstraint(
                fields=["actor", "municipality", "thing_type", "act", "hour"],
                condition=Q(kind="list", table__isnull=True, thing__isnull=True),
                name="one_list_look_an_hour_off_table",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="entry_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=Q(kind="list", hour__isnull=False) | (~Q(kind="list") & Q(hour__isnull=True)),
                name="only_a_list_look_has_an_hour",
            ),
            models.CheckConstraint(condition=~Q(digest=""), name="entry_has_a_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.act}"

    def content(self) -> list[Value]:
        """What the digest covers, in order: everything but the number and the digest itself."""
        return list(_content(self))

    def with_digest(self) -> "Entry":
        """The same entry, its digest filled in from its content."""
        self.digest = digests.of_row(self.content())
        return self


_content = attrgetter(*Entry.CONTENT)


class Block(AppendOnly):
    """A run of one municipality's entries, closed. Its digest covers theirs and that of the block before."""

    municipality = models.IntegerField()
    number = models.PositiveIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    sealed_at = models.DateTimeField()

    privacy: ClassVar[Privacy] = Privacy(
        plain=("id", "municipality", "number", "first", "last", "count", "previous", "digest", "sealed_at")
    )

    class Meta(AppendOnly.Meta):
        ordering = ("municipality", "number")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_chain_per_municipality"),
            models.CheckConstraint(
                condition=Q(number__gte=1, count__gte=1, last__gte=models.F("first")),
                name="block_holds_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}/{self.number}"

    def digest_over(self, rows: Iterable[tuple[int, str]]) -> str:
        """What the digest must be when these (id, digest) pairs are the block's entries."""
        own: list[Value] = [self.municipality, self.number, self.previous, self.first, self.last, self.count]
        return digests.of_block([*own, self.sealed_at], rows)
