"""Reads about people: the cast on the demo's start page."""

from django.db.models import QuerySet

from bordenden.people.models import Login, Municipality, Person


def demo_logins() -> QuerySet[Login]:
    """The made-up cast, in the order of the play."""
    return Login.objects.filter(demo=True, is_active=True).select_related("person").order_by("demo_order", "pk")


def other_municipalities(*, than: Municipality) -> QuerySet[Municipality]:
    """Every municipality but one, in Danish order."""
    return Municipality.objects.exclude(pk=than.pk).order_by("sort_key")


def anybody() -> bool:
    """Whether the database holds anybody at all."""
    return Person.objects.exists()


def anybody_real() -> bool:
    """Whether it holds somebody who is not made up."""
    return Person.objects.filter(made_up=False).exists()
