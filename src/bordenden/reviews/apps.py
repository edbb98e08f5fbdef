"""The Django app of this room."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Tables of `bordenden.reviews`."""

    name = "bordenden.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"
