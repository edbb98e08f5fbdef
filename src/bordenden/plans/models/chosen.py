"""Tables of what she has chosen for her plan, in her order and at her pace."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.privacy import Privacy
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.words import Area
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.models.plan import Plan
from bordenden.plans.words import ENDED, ChosenStatus, Match, Outcome, Tempo


class Chosen(AtTable):
    """Something she has chosen for her plan: an offer of the catalogue, or an idea of her own in her own words.

    `position` is her order (1 first) and `tempo` her pace. `decided_*` say who granted it or did not, and why;
    `formal` when that is a formal decision, with a letter. `outcome` and `hit_right` are her own view afterwards;
    `let_be_at` is when she would rather not be asked for it.
    """

    privacy: ClassVar = Privacy(
        plain=(
            "id",
            "table",
            "plan",
            "offer",
            "waiting",
            "chosen_by",
            "decided_by",
            "position",
            "version",
            "form_key",
        ),
        statistical=(
            "municipality",
            "area",
            "tempo",
            "status",
            "chosen_at",
            "status_at",
            "formal",
            "decided_at",
            "started_on",
            "ended_on",
            "outcome",
            "hit_right",
            "let_be_at",
        ),
        sensitive=("words", "why", "decided_why", "outcome_words"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="chosen")
    offer = models.ForeignKey(Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waiting = models.OneToOneField(Waiting, null=True, blank=True, on_delete=models.PROTECT, related_name="chosen")
    area = models.CharField(max_length=12, choices=Area.choices)
    words = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()
    tempo = models.CharField(max_length=6, choices=Tempo.choices, default=Tempo.SOON)
    status = models.CharField(max_length=11, choices=ChosenStatus.choices, default=ChosenStatus.WISH)
    status_at = models.DateTimeField()
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    formal = models.BooleanField(default=False)
    decided_why = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    outcome_words = models.CharField(max_length=500, blank=True)
    hit_right = models.CharField(max_length=8, choices=Match.choices, blank=True)
    let_be_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["plan", "position"], name="chosen_by_plan"),
            models.Index(
                fields=["municipality", "started_on"],
                condition=Q(status=ChosenStatus.STARTED),
                name="chosen_under_way",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_choice_a_form"),
            models.UniqueConstraint(
                fields=["plan", "offer"], condition=~Q(status__in=sorted(ENDED)), name="one_standing_choice_an_offer"
            ),
            models.CheckConstraint(condition=Q(offer__isnull=False) | ~Q(words=""), name="chosen_is_something"),
            models.CheckConstraint(
                condition=~Q(status=ChosenStatus.NOT_GRANTED) | ~Q(decided_why=""), name="refusal_has_grounds"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="chosen_ends_after_it_starts",
            ),
        ]

    @property
    def title(self) -> str:
        """What it is: the offer by its name, or her own words."""
        return self.offer.name if self.offer is not None else self.words


class ChosenMark(AtTable):
    """The history of something chosen: what it became, when, by whom (nobody: a deadline went), and why."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "chosen", "by"), statistical=("municipality", "status", "at"), sensitive=("why",)
    )

    chosen = models.ForeignKey(Chosen, on_delete=models.PROTECT, related_name="marks")
    status = models.CharField(max_length=11, choices=ChosenStatus.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["chosen", "at"], name="marks_of_a_choice")]
