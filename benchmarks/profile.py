"""Where one page's processor time goes: `python -m benchmarks.profile PAGE [--rows 50]`, on an empty SQLite file."""

import argparse
import cProfile
import pstats

import django

django.setup()

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402

from benchmarks.calling import get  # noqa: E402
from benchmarks.cost import ROWS, statements  # noqa: E402
from benchmarks.pages import PAGES  # noqa: E402
from benchmarks.scene import build_scene, publish_instrument  # noqa: E402
from bordenden.audit.writer import writer  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402

REQUESTS = 50
SHOWN = 45


def main() -> None:
    """Print the page's statements and the functions that took longest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", choices=[page.name for page in PAGES])
    parser.add_argument("--rows", type=int, default=10)
    parser.add_argument("--sort", default="cumulative", choices=["cumulative", "tottime"])
    parser.add_argument("--only", default="", help="functions whose place or name holds this")
    arguments = parser.parse_args()
    call_command("migrate", verbosity=0)
    publish_instrument(now())
    scene = build_scene(arguments.rows, at=now(), name="profiled")
    page = next(page for page in PAGES if page.name == arguments.page)
    application, path = WSGIHandler(), page.path(scene)
    if path is None:
        raise SystemExit(f"{page.name} is not there")
    browser = page.browser(scene)
    said, answer = statements(lambda: get(application, path, browser))
    for sql in said:
        print(("" if ROWS.match(sql) else "  ") + sql[:300])
    print(f"{answer.status}, {len(answer.body)} bytes")
    with cProfile.Profile() as profile:
        for _ in range(REQUESTS):
            get(application, path, browser)
    pstats.Stats(profile).sort_stats(arguments.sort).print_stats(*([arguments.only] if arguments.only else []), SHOWN)
    writer.stop()


if __name__ == "__main__":
    main()
