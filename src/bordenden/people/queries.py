"""Reads about people: the cast on the demo's start page."""

from django.db.models import QuerySet

from bordenden.people.models import Login


def demo_logins() -> QuerySet[Login]:
    """The made-up cast, in the order of the play."""
    return Login.objects.filter(demo=True, is_active=True).select_related("person").order_by("demo_order", "pk")
