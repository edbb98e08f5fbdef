"""Whose each plan is, from who sits at the head; and the walls of the new tables on PostgreSQL."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from bordenden.foundation.rls import municipality_wall
from bordenden.foundation.snapshot import tell


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Municipality by municipality: behind the walls of PostgreSQL no others are seen. Her oldest plan is hers."""
    Plan, Seat = apps.get_model("plans", "Plan"), apps.get_model("pathways", "Seat")
    for municipality in apps.get_model("people", "Municipality").objects.order_by("pk"):
        tell(municipality.pk, None)
        heads: dict[object, list[object]] = {}
        seats = Seat.objects.filter(municipality=municipality, role="head", ends_at__isnull=True)
        for table, person in seats.order_by("starts_at", "pk").values_list("table_id", "person_id"):
            heads.setdefault(table, []).append(person)
        owners: set[object] = set()
        plans = list(Plan.objects.filter(municipality=municipality).order_by("begun_at", "pk"))
        for plan in plans:
            around = heads.get(plan.table_id, [])
            if len(around) > 1:
                plan.kind = "family"
            elif around and around[0] not in owners:
                plan.owner_id = around[0]
                owners.add(around[0])
        Plan.objects.bulk_update(plans, ["kind", "owner"], 1_000)
    tell(None, None)


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_one_plan"), ("pathways", "0004_references_to_search_by")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        *municipality_wall(
            "plans_proposal",
            "plans_decision",
            "plans_barrier",
            "plans_chosen",
            "plans_chosenmark",
            "plans_plancontact",
            "plans_contactagreement",
            "plans_planversion",
            "plans_handover",
        ),
    ]
