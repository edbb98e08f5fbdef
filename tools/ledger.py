"""`make ledger`: each row of docs/requirements.md with the tests that show it; what is shown is written down.

The list only grows by itself: a row that is lost, or reads otherwise since, is taken out of it by hand.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "house" / "shown_rows.txt"
LINE = re.compile(r"^(\| (R\d+) \|.*)$", re.MULTILINE)
ROW = re.compile(r"^\| (R\d+) \| ([^|]+) \|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A test that claims to show a row."""

    row: str
    test: str
    line: int


def rows() -> dict[str, str]:
    """Every row of the ledger with its requirement, in the document's order."""
    return dict(ROW.findall((ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")))


def shown() -> Iterator[Shown]:
    """Every mark on every test, read from the source (nothing is imported)."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                for row in _marks(node):
                    yield Shown(row, f"{path.relative_to(ROOT)}::{node.name}", node.lineno)


def _marks(node: ast.FunctionDef | ast.ClassDef) -> Iterator[str]:
    """Marks on the test itself and on its parameters."""
    calls = (part for decorator in node.decorator_list for part in ast.walk(decorator) if isinstance(part, ast.Call))
    for call in calls:
        if ast.unparse(call.func) == "pytest.mark.requirement":
            for argument in call.args:
                yield str(ast.literal_eval(argument))


def listed() -> dict[str, str]:
    """Every row that is shown, with a digest of its line: requirement, actor and acceptance fact as they stood."""
    marked = {mark.row for mark in shown()}
    lines = LINE.findall((ROOT / "docs" / "requirements.md").read_text(encoding="utf-8"))
    return {row: sha256(line.encode()).hexdigest()[:12] for line, row in lines if row in marked}


def written() -> dict[str, str]:
    """The same as it was written down last."""
    return dict(line.split() for line in LIST.read_text(encoding="utf-8").splitlines())


def stale() -> list[str]:
    """Rows that were shown once and are not now, or whose words are others since."""
    now = listed()
    return [row for row, digest in written().items() if now.get(row) != digest]


def main() -> None:
    """Print the ledger: each row, then its tests; last the count of rows shown. New rows are written down."""
    tests: dict[str, list[Shown]] = {}
    for mark in shown():
        tests.setdefault(mark.row, []).append(mark)
    ledger = rows()
    for row, requirement in ledger.items():
        print(f"{row:<5} {'shown' if row in tests else '  -  '}  {requirement.strip()}")
        for mark in tests.get(row, []):
            print(f"             {mark.test}")
    print(
        f"\n{len(set(tests) & set(ledger))} of {len(ledger)} rows are shown by {sum(map(len, tests.values()))} marks."
    )
    if lost := stale():
        sys.exit(f"Shown once and not now, or in other words since: {', '.join(lost)}. Look, then mend {LIST.name}.")
    LIST.write_text("".join(f"{row} {digest}\n" for row, digest in listed().items()), encoding="utf-8")


if __name__ == "__main__":
    main()
