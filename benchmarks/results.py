"""Writes benchmarks/RESULTS.md: only figures of one run, each beside its aim, what is over it said first."""

from collections.abc import Iterable, Iterator
from typing import Any

MOST_QUERIES = 12
MOST_TIMES = 5.0
MOST_HTML = 40 * 1024
MOST_PAPER_MS = 300
# The whole catalogue, sifted: a wider aim, from the issue on the plan.
WIDER_TIMES = {"offers": 6.0, "offers sifted": 6.0, "case_catalogue": 6.0}
_ON_PAPER = "a file for paper, no page: a few fonts, and all of the plan"
# What may be longer than the aim, and why. Each is said by its size all the same.
LONG_ON_PURPOSE = {
    "family_print": "a print: all she may read on one paper, and paper has no next page to press",
    "version_pdf": _ON_PAPER,
    "case_version_pdf": _ON_PAPER,
}
MOST_WIRE = 200 * 1024
OK = 200
RUNS = "| client threads | pages a second | median ms | p95 ms | longest ms | server CPU ms a page | pages | looks |"


def written(found: dict[str, Any]) -> str:
    """The whole page."""
    parts = [_head(found), _over(found)]
    for engine in found["engines"]:
        parts += [_pages(engine), _on_paper(engine), _one_line(engine), _scans(engine), _served(engine)]
    parts += [_visit(found["engines"]), _worlds(found["worlds"]), _others(found["others"])]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(heads: str, rows: Iterable[str]) -> str:
    columns = heads.count("|") - 1
    return "\n".join([heads, "| --- |" + " --: |" * (columns - 1), *rows])


def _head(found: dict[str, Any]) -> str:
    lines = [f"| {name} | {value} |" for name, value in found["machine"].items()]
    disks = [
        f"| Disk, {engine['engine']} | fdatasync of 4 KiB: median {engine['disk']['median']:.2f} ms, "
        f"p95 {engine['disk']['p95']:.2f} ms |"
        for engine in found["engines"]
    ]
    load = f"{found['load'][0]:.2f} when it began, {found['load'][1]:.2f} when it ended"
    return "\n".join(
        [
            "# Speed and size",
            "",
            f"Written by `make bench` on {found['date']}, version {found['version']}. Every figure is from that run",
            "alone, on that one machine; all data are made up. How to read it: `docs/operations/speed.md`.",
            "",
            "| | |",
            "| --- | --- |",
            *lines,
            *disks,
            f"| Load (1 minute) | {load} |",
            *([f"\n{found['said']}"] if found["said"] else []),
        ]
    )


def _over(found: dict[str, Any]) -> str:
    """What is over its aim, before anything else; then what never was."""
    said = []
    for engine in found["engines"]:
        lines = list(_engine_over(engine))
        said += [f"{engine['engine']}:", "", *([f"- {line}" for line in lines] or ["- nothing"]), ""]
        said += [_growth(engine), ""] if len(engine["sizes"]) > 1 else []
    if found["not_there"]:
        said.append(f"Not there when it ran: {', '.join(f'`{name}`' for name in found['not_there'])}.")
    return "\n".join(["## What is over its aim", "", *said]).rstrip()


def _engine_over(engine: dict[str, Any]) -> Iterator[str]:
    """A line for each page that is, with the worst of all sizes."""
    for together in zip(*(_pairs(size["pages"]) for size in engine["sizes"]), strict=True):
        faults = list(_faults([one for one, _many in together], [many for _one, many in together]))
        if faults:
            yield f"`{together[0][0]['page']}`: {', '.join(faults)}"
    for paper in engine.get("on_paper", []):
        if paper["median"] > MOST_PAPER_MS:
            yield f"`{paper['page']}` with {paper['rows']}: {paper['median']:.0f} ms until it can be printed"
    answers = engine.get("answers")
    if answers and (answers["confirmed"] != answers["in_the_audit"] or answers["standing_otherwise"]):
        yield f"answers were lost: {answers}"


def _faults(few: list[dict[str, Any]], many: list[dict[str, Any]]) -> Iterator[str]:
    refused = sorted({page["status"] for page in [*few, *many] if page["status"] != OK})
    if refused:
        yield f"answered {refused}, not measured"
        return
    queries = [max(page["queries"] for page in pages) for pages in (few, many)]
    if max(queries) > MOST_QUERIES or queries[0] != queries[1]:
        yield f"{_both(*map(str, queries))} queries"
    times = [max(_times(page) for page in pages) for pages in (few, many)]
    if max(times) > WIDER_TIMES.get(few[0]["page"], MOST_TIMES):
        yield f"CPU {_both(*(f'{one:.1f}' for one in times))} ×"
    html = [max(page["html"] for page in pages) for pages in (few, many)]
    if max(html) > MOST_HTML and few[0]["page"] not in LONG_ON_PURPOSE:
        yield f"HTML {_both(*(f'{one / 1024:.1f}' for one in html))} KB"


def _growth(engine: dict[str, Any]) -> str:
    """How much dearer the pages are among many others than among few."""
    first, last = engine["sizes"][0], engine["sizes"][-1]
    grown = sorted(
        (_times(after) / _times(before), after["page"])
        for before, after in zip(first["pages"], last["pages"], strict=True)
        if before["status"] == after["status"] == OK
    )
    most, page = grown[-1]
    return (
        f"From {first['enrolments']:,} to {last['enrolments']:,} enrolments of others the pages' CPU × grew by "
        f"{grown[len(grown) // 2][0] - 1:+.0%} (median); most for `{page}`: {most - 1:+.0%}."
    )


def _times(page: dict[str, Any]) -> float:
    times: float = page["cpu"] / page["bare"]
    return times


def _pairs(pages: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each page with 1 row beside the same with 50."""
    return list(zip(pages[::2], pages[1::2], strict=True))


def _pages(engine: dict[str, Any]) -> str:
    """One line a page: queries and CPU at each size, with 1 row and with 50."""
    sizes = engine["sizes"]
    heads = "".join(f" CPU × at {size['enrolments']:,} |" for size in sizes)
    rows = []
    for together in zip(*(_pairs(size["pages"]) for size in sizes), strict=True):
        one, many = together[-1]
        cpu = "".join(f" {_both(f'{_times(a):.1f}', f'{_times(b):.1f}')} |" for a, b in together)
        queries = {_both(str(a["queries"]), str(b["queries"])) for a, b in together}
        html = _both(f"{one['html'] / 1024:.1f}", f"{many['html'] / 1024:.1f}")
        milliseconds = _both(f"{one['cpu']:.1f}", f"{many['cpu']:.1f}")
        said = " ".join(sorted(queries))
        if one["status"] == many["status"] == OK:
            rows.append(f"| `{one['page']}` | {said} | {one['statements']} |{cpu} {milliseconds} | {html} |")
        else:
            rows.append(
                f"| `{one['page']}` | answered {one['status']} and {many['status']} | |{' |' * len(sizes)} | |"
            )
    bare = [page["bare"] for page in sizes[-1]["pages"] if page["status"] == OK]
    return "\n".join(
        [
            f"## Pages, {engine['engine']}",
            "",
            "With 1 row of everything · with 50. Queries read or write rows (session, login and the look's own",
            "INSERT too); statements are all that is said to the database, BEGIN and COMMIT too. CPU is of the whole",
            "process, audit included, as a multiple of the bare page's (medians, in turns with each page); the bare",
            f"page took {min(bare):.1f} to {max(bare):.1f} ms. CPU ms is at the largest size.",
            f"Aims: at most {MOST_QUERIES} queries and the same for 1 and 50; CPU at most {MOST_TIMES:.0f}×",
            f"({', '.join(f'`{page}` {times:.0f}×' for page, times in WIDER_TIMES.items())}: a catalogue of 500);",
            "HTML at most 40 KB. Longer on purpose:",
            *(f"`{page}` ({why})" for page, why in LONG_ON_PURPOSE.items()),
            "",
            _table(f"| page | queries | statements |{heads} CPU ms | HTML KB |", rows),
        ]
    )


def _both(one: str, many: str) -> str:
    return f"{one} · {many}"


def _on_paper(engine: dict[str, Any]) -> str:
    papers = engine.get("on_paper", [])
    if not papers:
        return ""
    said = f"From the request to the last byte, its look committed. Aim: at most {MOST_PAPER_MS} ms."
    figures = [(one["rows"], one["bytes"] / 1024, one["median"], one["longest"]) for one in papers]
    rows = [
        f"| `{one['page']}` | " + " | ".join(f"{figure:.0f}" for figure in each) + " |"
        for one, each in zip(papers, figures, strict=True)
    ]
    heads = "| paper | rows | KB | median ms | longest ms |"
    return "\n".join([f"### On paper, {engine['engine']}", "", said, "", _table(heads, rows)])


def _one_line(engine: dict[str, Any]) -> str:
    said = engine.get("one_line", "").strip()
    return f"### All at once for one offer, {engine['engine']}\n\n```\n{said}\n```" if said else ""


def _scans(engine: dict[str, Any]) -> str:
    """What the database itself calls a scan, at the largest size."""
    found = {
        (scan["table"], page["page"]): scan["sql"]
        for size in engine["sizes"]
        for page in size["pages"]
        for scan in page["scans"]
    }
    tables: dict[str, list[str]] = {}
    for table, page in sorted(found):
        tables.setdefault(table, []).append(page)
    lines = [f"- `{table}` for {', '.join(f'`{page}`' for page in pages)}" for table, pages in tables.items()]
    said = lines or ["None: every query of every page goes by an index."]
    return "\n".join([f"### Tables of others read from end to end, {engine['engine']}", "", *said])


def _served(engine: dict[str, Any]) -> str:
    runs, answers = engine.get("throughput"), engine.get("answers")
    if not runs or not answers:
        return ""
    rows = [
        f"| {run['threads']} | {run['a_second']:.0f} | {run['median']:.1f} | {run['p95']:.1f} "
        f"| {run['longest']:.0f} | {run['server_cpu']:.1f} | {run['pages']:,} | {run['looks']:,} |"
        for run in runs["runs"]
    ]
    return "\n".join(
        [
            f"### From the real server, {engine['engine']}",
            "",
            "granian as `make run` starts it, on loopback, the client on the same cores. The page is",
            f"`{runs['page']}` with {runs['rows']} of everything. Each page waits until its look is committed; the",
            "looks are counted afterwards.",
            "",
            _table(RUNS, rows),
            "",
            f"An answer saved while {answers['writers']} write at once: median {answers['median']:.1f} ms, "
            f"**p95 {answers['p95']:.1f} ms** beside a p95 of fdatasync of {engine['disk']['p95']:.1f} ms on the "
            f"same disk; {answers['a_second']:.0f} a second.",
            f"Confirmed {answers['confirmed']:,}, in the audit {answers['in_the_audit']:,}, "
            f"standing otherwise than confirmed {answers['standing_otherwise']}.",
        ]
    )


def _visit(engines: list[dict[str, Any]]) -> str:
    """The first engine's: the files are the same on every database."""
    visits: list[dict[str, Any]] = next(
        (engine["first_visit"] for engine in engines if engine.get("first_visit")), []
    )
    if not visits:
        return "## First visit\n\nNot measured: no Chromium is here."
    rows = []
    for visit in visits:
        wire = sum(part["wire"] for part in visit["parts"])
        parts = ", ".join(f"{part['name'].rsplit('/', 1)[-1]} {part['wire'] / 1024:.1f}" for part in visit["parts"])
        mark = "" if wire <= MOST_WIRE else " **over**"
        rows.append(f"| `{visit['page']}` | {wire / 1024:.1f}{mark} | {len(visit['parts'])} | {parts} |")
    return "\n".join(
        [
            "## First visit",
            "",
            "All that Chromium asks for on an empty cache, in KB on the wire: static files in brotli as they are",
            "installed, the page itself uncompressed as the server sends it. Aim: at most 200.",
            "",
            _table("| page | KB in all | answers | each |", rows),
        ]
    )


def _worlds(worlds: list[dict[str, Any]]) -> str:
    if not worlds:
        return "## Worlds\n\nNot measured in this run."
    rows = []
    for world in worlds:
        took = "not built" if world["seconds"] is None else f"{world['seconds']:.1f}"
        rows.append(f"| `{world['world']}` | {took} |")
    said = "Seconds for `bordenden world NAME` in a new SQLite file (aim for `national`: under 60)."
    return "\n".join(["## Worlds", "", said, "", _table("| world | seconds |", rows)])


def _others(others: dict[str, str]) -> str:
    return "\n\n".join(f"## {name}\n\n```\n{said.strip()}\n```" for name, said in others.items())
