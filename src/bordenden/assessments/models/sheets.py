"""Tables of her own assessments: sheets, answers, what fills most, and what she wants to work on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.assessments.models.instruments import HIGHEST, LOWEST, InstrumentVersion, Item
from bordenden.assessments.words import AnswerKind, Purpose, Sharing
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Seat
from bordenden.people.models import Person
from bordenden.programmes.words import Track

ON_THE_SCALE = Q(kind=AnswerKind.RATED, value__isnull=False, value__gte=LOWEST, value__lte=HIGHEST) | Q(
    ~Q(kind=AnswerKind.RATED), value__isnull=True
)


class Sheet(AtTable):
    """One round of answers; open until she says it is finished.

    `version` is the common core, `local_version` the municipality's own questions beside it. `pen`: who typed while
    she spoke ("Vi svarer sammen"); `confirmed_at`: when she said on a device of her own that it is right.
    `sharing` with `shared_to` and `shared_until`: who but she may see it. Kept is nobody.
    `not_now_at`: she was asked whether she would like to talk about it, and said "Ikke nu".
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "shared_to", "shared_at", "shared_until", "pen", "confirmed_at", "not_now_at"),
        statistical=(
            "municipality",
            "version",
            "local_version",
            "purpose",
            "edition",
            "started_at",
            "finished_at",
            "sharing",
        ),
    )

    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    local_version = models.ForeignKey(
        InstrumentVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.SITUATION)
    edition = models.CharField(max_length=3, choices=Track.choices, blank=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    sharing = models.CharField(max_length=8, choices=Sharing.choices, default=Sharing.KEPT)
    shared_to = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_until = models.DateTimeField(null=True, blank=True)
    pen = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    not_now_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["table", "started_at"], name="sheet_by_table")]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "purpose"],
                condition=Q(finished_at__isnull=True, pen__isnull=True),
                name="one_open_sheet_a_table_and_purpose",
            ),
            models.UniqueConstraint(
                fields=["table", "purpose"],
                condition=Q(finished_at__isnull=True, pen__isnull=False),
                name="one_open_sheet_with_a_pen",
            ),
            models.CheckConstraint(
                condition=Q(sharing=Sharing.KEPT) | Q(finished_at__isnull=False) | Q(pen__isnull=False),
                name="only_a_finished_sheet_is_shared",
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
            models.CheckConstraint(condition=ON_THE_SCALE, name="only_a_rating_has_a_value_on_the_scale"),
        ]


class Pick(AtTable):
    """A card she picked under "Hvad fylder mest?": it comes first on this sheet, in the order of `place`."""

    privacy: ClassVar = Privacy(plain=("id", "table", "sheet", "place"), statistical=("municipality", "item"))

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="picks")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "item"], name="one_pick_an_item_and_sheet")]


class WorkOn(AtTable):
    """What she wants to work on from a sheet, with her next small step and, if she likes, a wished score."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "sheet", "place"),
        statistical=("municipality", "item", "wish", "chosen_at"),
        sensitive=("step_words",),
    )

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="work_on")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    step_words = models.CharField(max_length=200, blank=True)
    wish = models.PositiveSmallIntegerField(null=True, blank=True)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "item"], name="one_choice_an_item_and_sheet"),
            models.CheckConstraint(
                condition=Q(wish__isnull=True) | Q(wish__gte=LOWEST, wish__lte=HIGHEST),
                name="a_wished_score_is_on_the_scale",
            ),
        ]
