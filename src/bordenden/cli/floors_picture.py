"""docs/floors.svg: the floors of the house, drawn from the import contract in pyproject.toml."""

import tomllib
from html import escape
from pathlib import Path

WIDTH, ROW, TOP = 760, 40, 64
FILLS = ("#f4ede1", "#efe3cf")


def floors(pyproject: Path) -> list[list[str]]:
    """The floors from the roof down, each with its rooms, as the contract says."""
    contracts = tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers: list[str] = next(c["layers"] for c in contracts if c.get("containers") == ["bordenden"])
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def floors_picture(pyproject: Path) -> str:
    """The picture as SVG: one row a floor, neighbours side by side."""
    house = floors(pyproject)
    height = TOP + ROW * len(house) + 16
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="sans-serif" font-size="15" text-anchor="middle">',
        "<title>The floors of the house: imports run downward only</title>",
        f'<path d="M20 {TOP} L{WIDTH // 2} 10 L{WIDTH - 20} {TOP} Z" fill="#1d4d4f"/>',
        f'<text x="{WIDTH // 2}" y="48" fill="#ffffff">bordenden</text>',
    ]
    for number, rooms in enumerate(house):
        parts.extend(_floor(rooms, TOP + ROW * number, FILLS[number % 2]))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _floor(rooms: list[str], y: int, fill: str) -> list[str]:
    width = (WIDTH - 40) // len(rooms)
    drawn = []
    for place, room in enumerate(rooms):
        x = 20 + place * width
        drawn.append(f'<rect x="{x}" y="{y}" width="{width}" height="{ROW}" fill="{fill}" stroke="#1d4d4f"/>')
        drawn.append(f'<text x="{x + width // 2}" y="{y + 26}" fill="#1b1b1b">{escape(room)}</text>')
    return drawn
