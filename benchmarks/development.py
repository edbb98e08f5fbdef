"""What Min udvikling costs with twenty questions: `python -m benchmarks.development`, on an empty SQLite file.

Prints, for the three doors and for her page in words, with 1 round and with 20: queries, bytes of HTML, and the
median processor time of a request beside that of the bare page.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import django

django.setup()

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks import bare  # noqa: E402
from benchmarks.calling import Answer, browser_of, get  # noqa: E402
from benchmarks.cost import ROWS, beside, statements  # noqa: E402
from bordenden.assessments import actions, queries  # noqa: E402
from bordenden.assessments.words import AnswerKind  # noqa: E402
from bordenden.audit.writer import writer  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402
from bordenden.pathways import actions as pathways  # noqa: E402
from bordenden.pathways.words import Room  # noqa: E402
from bordenden.worlds.cast.people import Cast, seat_everybody  # noqa: E402
from bordenden.worlds.instruments import publish_newest  # noqa: E402

QUESTIONS, ROUNDS = 20, (1, 20)
HIGHEST = 10
REQUESTS = 60


def main() -> None:
    """Live twenty rounds and measure after the first and after the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=REQUESTS, help="of each page, whose median is taken")
    arguments = parser.parse_args()
    call_command("migrate", verbosity=0)
    at = now() - timedelta(days=1)
    cast = seat_everybody(at=at)
    publish_newest(by=cast.stine, at=at - timedelta(days=max(ROUNDS) + 1))
    for seat in (cast.mies_seat, cast.bos_seat):
        pathways.open_room(seat=seat, room=Room.DEVELOPMENT, by=cast.amina, at=at)
    for lived in range(1, max(ROUNDS) + 1):
        _round(cast, lived)
        if lived in ROUNDS:
            _measure(cast, lived, arguments.requests)
    writer.stop()


def _round(cast: Cast, number: int) -> None:
    """All twenty questions answered and sent; a day for each round, all of them since Bo came."""
    at = cast.at - timedelta(days=max(ROUNDS) - number)
    sheet = actions.start(table=cast.aminas_table, by=cast.amina, at=at)
    items = queries.asked(sheet=sheet)
    if len(items) != QUESTIONS:
        raise RuntimeError(f"{len(items)} questions")
    for place, item in enumerate(items):
        value = (number * 3 + place) % (HIGHEST + 1)
        actions.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.amina, at=at)
    actions.finish(sheet=sheet, by=cast.amina, at=at)
    actions.send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=at)


def _measure(cast: Cast, rounds: int, requests: int) -> None:
    product, hers = WSGIHandler(), browser_of(cast.amina)
    in_words = replace(hers, cookies=f"{hers.cookies}; vis=ord")
    pages = [("development", hers), ("development", in_words), ("guest_development", browser_of(cast.mie))]
    with bare.yardstick(cast.amina) as yard:
        for name, browser in [*pages, ("case_development", browser_of(cast.bo))]:
            call = partial(get, product, reverse(name, args=[cast.aminas_table.pk]), browser)
            _print(f"{name}{' in words' if browser is in_words else ''}", rounds, call, yard, requests)


def _print(name: str, rounds: int, call: Callable[[], Answer], yard: Callable[[], Answer], requests: int) -> None:
    said, answer = statements(call)
    cpu, plain = beside(call, yard, requests)
    asked = sum(bool(ROWS.match(sql)) for sql in said)
    print(
        f"{name}, {rounds} rounds: {answer.status}, {asked} queries, {len(answer.body):,} bytes, "
        f"{cpu:.1f} ms CPU ({cpu / plain:.1f} x the bare page)"
    )


if __name__ == "__main__":
    main()
