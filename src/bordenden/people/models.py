"""Tables of people: a municipality and its numbers for a crisis, a person, and the login a person may have."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.people.words import Wish


class Municipality(models.Model):
    """A municipality under its official number (kommunekode); made-up ones use 901 and above."""

    privacy: ClassVar = Privacy(statistical=("id", "name"), plain=("sort_key", "made_up"))

    id = models.PositiveSmallIntegerField(primary_key=True)
    name = models.CharField(max_length=60, unique=True)
    sort_key = models.CharField(max_length=80)
    made_up = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class CrisisLine(models.Model):
    """A number to call when it is unbearable: the municipality's own, or without one everybody's."""

    privacy: ClassVar = Privacy(plain=("id", "municipality", "name", "phone", "hours", "position", "made_up"))

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20)
    hours = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField()
    made_up = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "position"], name="one_crisis_line_a_place_and_position"),
            models.UniqueConstraint(
                fields=["position"],
                condition=models.Q(municipality__isnull=True),
                name="one_national_crisis_line_a_position",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody at a table or in an office: a citizen, a caseworker, a mentor, a sister."""

    privacy: ClassVar = Privacy(
        plain=("id", "municipality", "made_up"),
        identifying=("given_name", "family_name", "sort_key", "cpr", "phone", "title", "reachable"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=60)
    family_name = models.CharField(max_length=60, blank=True)
    sort_key = models.CharField(max_length=160)
    cpr = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=60, blank=True)
    reachable = models.CharField(max_length=80, blank=True)
    made_up = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "cpr"],
                condition=~models.Q(cpr=""),
                name="one_person_a_cpr_and_municipality",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The whole name, as the person writes it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def can_be_called(self) -> bool:
        """Whether a citizen can read where and when to call: both the telephone and its hours are known."""
        return bool(self.phone and self.reachable)

    @property
    def where_and_when(self) -> str:
        """The telephone and its hours as one line; two writers are told from each other by it."""
        return f"{self.phone} · {self.reachable}"

    @property
    def table_id(self) -> None:
        """A person stands at no table; the audit asks every thing where it stands."""
        return None


class Notices(models.Model):
    """How somebody wants to hear that there is something to see; an address is kept only where mail is chosen."""

    privacy: ClassVar = Privacy(
        plain=("id", "person"),
        statistical=("municipality", "way", "reminders", "chosen_at"),
        identifying=("email",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="notices")
    way = models.CharField(max_length=5, choices=Wish.choices)
    email = models.EmailField(blank=True)
    reminders = models.BooleanField(default=False)
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "notices"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(way=Wish.EMAIL) & ~models.Q(email="")
                | ~models.Q(way=Wish.EMAIL) & models.Q(email=""),
                name="an_address_where_mail_is_chosen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.pk}"


class LoginManager(BaseUserManager["Login"]):
    """Finds logins by user name, for Django's own machinery."""


class Login(AbstractBaseUser):
    """A way in with a password; one a person. `demo` logins need none, but only in demo mode on loopback."""

    privacy: ClassVar = Privacy(
        plain=("id", "person", "is_active", "demo", "demo_order", "last_login"),
        identifying=("username", "demo_line"),
        sensitive=("password",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="login")
    username = models.CharField(max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    demo_order = models.PositiveSmallIntegerField(default=0)
    demo_line = models.CharField(max_length=120, blank=True)

    objects: ClassVar = LoginManager()

    class Meta:
        indexes = [
            # The demo's start page would otherwise read every login there is.
            models.Index(fields=["demo_order", "id"], condition=models.Q(demo=True), name="the_cast_in_its_order"),
        ]

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class EarlierSelf(models.Model):
    """Who somebody was in a municipality they moved from: the same login opens the tables left there, to read."""

    privacy: ClassVar = Privacy(plain=("id", "login", "person", "since"))

    id = models.UUIDField(primary_key=True, default=new_id)
    login = models.ForeignKey(Login, on_delete=models.PROTECT, related_name="earlier_selves")
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "earlier selves"

    def __str__(self) -> str:
        return f"EarlierSelf {self.pk}"
