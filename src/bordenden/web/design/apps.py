"""Registers the look as a Django app, so that its templates, tags and static files are found."""

from functools import lru_cache

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real

# More than all the texts of the house and of Django.
MOST_KEPT = 16_384


class DesignConfig(AppConfig):
    name = "bordenden.web.design"
    label = "design"

    def ready(self) -> None:
        """A text that was looked up is kept: a page says hundreds, and every one goes through four catalogues."""
        for code, _name in settings.LANGUAGES:
            language = trans_real.translation(code)
            language.gettext = lru_cache(MOST_KEPT)(language.gettext)  # type: ignore[method-assign]
