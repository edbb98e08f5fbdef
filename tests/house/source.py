"""The source of the house as data: its modules, functions and templates, for the tests of its rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
HOUSE = SRC / "bordenden"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file, parsed."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def name(self) -> str:
        """`bordenden.plans.actions`."""
        parts = self.path.relative_to(SRC).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product but the migrations, in order of path."""
    found = []
    for path in sorted(SRC.rglob("*.py")):
        if "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found.append(Module(path, ast.parse(text), text.count("\n")))
    return tuple(found)


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    """Every parameter but self and cls."""
    taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [argument for argument in taken if argument.arg not in {"self", "cls"}]


@cache
def templates() -> tuple[Path, ...]:
    """Every template of the product."""
    return tuple(sorted(path for path in HOUSE.rglob("templates/**/*") if path.is_file()))


def template_name(path: Path) -> str:
    """The name a template is asked for by."""
    parts = path.parts
    return "/".join(parts[len(parts) - 1 - parts[::-1].index("templates") + 1 :])
