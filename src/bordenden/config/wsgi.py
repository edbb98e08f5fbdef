"""The WSGI entry that granian serves; where the settings say so, the rounds go in a thread beside it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
application = get_wsgi_application()

# Its tables can be imported once Django has read the settings, and no sooner.
from bordenden.cli.embedded import start  # noqa: E402

if settings.EMBEDDED_WORKER:
    start()
