"""Thirty-two at once for one offer: `python -m benchmarks.one_line`, in the database of the environment.

Prints how long they took together, how many hold a place, and whether the order is the one they were told. It lays
tables of its own in a made-up municipality; run it in a database that may be thrown away.
"""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from benchmarks.lining import line_offer  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402
from bordenden.foundation.ids import new_id  # noqa: E402
from bordenden.foundation.snapshot import writing  # noqa: E402
from bordenden.offers import actions  # noqa: E402
from bordenden.offers.models import Waiting  # noqa: E402
from bordenden.pathways import actions as pathways  # noqa: E402
from bordenden.pathways.models import Table  # noqa: E402
from bordenden.people import actions as people  # noqa: E402
from bordenden.people.models import Person  # noqa: E402

HOME, TAKERS, ROOM = 903, 32, 5


def main() -> None:
    """Lay the tables, let all join at the same moment, and say what came of it."""
    call_command("migrate", verbosity=0)
    home = people.register_municipality(number=HOME, name="Køby (opdigtet)", made_up=True)
    with writing(HOME, None):
        offer = line_offer(home, "Fem pladser", ROOM, now())
        takers = [_taker(number) for number in range(TAKERS)]
    at = now()
    gate = threading.Barrier(TAKERS)

    def join(head: Person, table: Table) -> float:
        gate.wait(30)
        begun = perf_counter()
        with writing(HOME, head.pk):
            actions.join(offer=offer, table=table, form_key=new_id(), by=head, at=at)
        taken = perf_counter() - begun
        connections.close_all()
        return taken

    begun = perf_counter()
    with ThreadPoolExecutor(TAKERS) as pool:
        each = sorted(future.result(60) for future in [pool.submit(join, *taker) for taker in takers])
    together = perf_counter() - begun
    with writing(HOME, None):
        states = list(Waiting.objects.filter(offer=offer).order_by("since").values_list("state", flat=True))
    held, kept = states.count("offered"), states == ["offered"] * ROOM + ["waiting"] * (TAKERS - ROOM)
    print(f"{TAKERS} at once: {together * 1000:.0f} ms in all, the slowest {each[-1] * 1000:.0f} ms")
    print(f"places held: {held} of {ROOM}; order kept: {'yes' if kept else 'NO'}")


def _taker(number: int) -> tuple[Person, Table]:
    home = people.register_municipality(number=HOME, name="Køby (opdigtet)", made_up=True)
    head = people.register(municipality=home, given_name=f"Nr. {number}", made_up=True)
    return head, pathways.lay_table(head=head, by=head, at=now())


if __name__ == "__main__":
    main()
