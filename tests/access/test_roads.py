"""By which index the gate goes: by the viewer's own seats, however many others there are."""

from django.apps import apps
from django.db import connection

from bordenden.access import acts, gate
from bordenden.pathways.models import AtTable, Seat, Table
from tests.cast import MONDAY, Cast, viewer_of


def indexed(table: str) -> list[list[str]]:
    """The columns of each index of a table."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return [one["columns"] for one in found.values() if one["index"]]


def test_nothing_at_a_table_can_be_looked_up_by_its_municipality_alone(db: None) -> None:
    """SQLite would choose that road: it keeps no count of how many live in a municipality."""
    standing = [model for model in apps.get_models() if issubclass(model, (AtTable, Table))]
    assert len(standing) > 10
    assert [model.__name__ for model in standing if ["municipality_id"] in indexed(model._meta.db_table)] == []
    assert ["person_id", "ends_at"] in indexed(Seat._meta.db_table)


def test_what_is_open_to_a_viewer_is_found_by_the_viewers_own_seats(cast: Cast) -> None:
    for act in (acts.TABLE_READ, acts.PLAN_READ, acts.CASE_READ, acts.CONTACTS_READ):
        rows = gate.reachable(viewer_of(cast.bo), act, at=MONDAY)
        steps = rows.explain().splitlines()
        if connection.vendor == "sqlite":
            # PostgreSQL counts rows and reads tables as small as these from end to end.
            assert [step for step in steps if "seat_by_person (person_id=?)" in step], (act.code, steps)
            assert [step for step in steps if "SCAN" in step or "municipality" in step] == []
