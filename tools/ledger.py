"""`make ledger`: for each row of docs/requirements.md, the tests that show its acceptance fact."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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


def main() -> None:
    """Print the ledger: each row, then its tests; last the count of rows shown."""
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


if __name__ == "__main__":
    main()
