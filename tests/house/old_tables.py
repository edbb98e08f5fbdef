"""The tables of an earlier version, laid into BORDENDEN_DATABASE as it laid them, with its rows: a process of its own."""

import gc
import os
import sys
from uuid import UUID

import django
from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from bordenden.foundation.snapshot import tell


def main(old: str) -> None:
    """`old` is a SQLite file that the earlier version left behind; what it had migrated is migrated here."""
    # As the product's own `migrate` does it.
    gc.set_threshold(10_000, 20, 20)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bordenden.config.settings"
    settings.DATABASES["old"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": old}
    django.setup()
    last = dict(sorted(MigrationRecorder(connections["old"]).applied_migrations()))
    state = MigrationExecutor(connections["default"]).migrate(list(last.items()))
    with transaction.atomic():
        for model in _ours(state.apps.get_models()):
            # What a migration put there itself is among the old rows too.
            there = model._default_manager.using("default").all()
            if there.exists():
                there.delete()
            for row in model._default_manager.using("old"):
                tell(*place(row))
                row.save(using="default", force_insert=True)


def _ours(models: list[type[Model]]) -> list[type[Model]]:
    """Questions before the versions they belong to: a version that is published takes no new ones."""
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("bordenden")}
    known = [model for model in models if model._meta.app_label in ours]
    return sorted(known, key=lambda model: (model._meta.model_name != "item", model._meta.label))


def place(row: Model) -> tuple[int | None, UUID | None]:
    """Whose row it is: the municipality and the person that the database's walls ask for."""
    said = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    owner = said.get("owner", said.get("owner_id"))
    return said.get("municipality_id", said.get("municipality")), owner if isinstance(owner, UUID) else None


if __name__ == "__main__":
    main(sys.argv[1])
