"""What `progression` is asked, in a process of its own: `python -m benchmarks.national.ours TASK WAY FOLDER`.

Only what a task needs is imported, as whoever asks one thing would; and it runs as the set `stats` is installed,
without pandas, which pyarrow would take in where it is. The last line says the seconds (`read`: until the data are in
memory, None where file and figures are one call), the figures that are compared, and what the parts of it took.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Mapping
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from benchmarks.national.tasks import ALL_ITEMS, AT_RISK, CELL, COVARIATES, CROSSED, CUBE, END, LIST, TASKS, Task

Figures = dict[str, float]
Said = dict[str, Any]
_module = importlib.import_module


def _growth(table: Any, _task: Task) -> Figures:  # noqa: ANN401 (a path, or a table in memory)
    fit = _module("progression.mixed").growth(table, "score", "months", "person", COVARIATES, interactions=CROSSED)
    pace = fit.coefficients["months"]
    return {
        "log-likelihood": fit.log_likelihood,
        "months": pace.value,
        "error of months": pace.se,
        "months:trust": fit.coefficients["months:trust"].value,
        "residual": fit.variance["residual"],
        "slope": fit.variance["slope"],
    }


def _caseworkers(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    fit = _module("progression.mixed").growth(table, "felt", "months", "person", ["trust"], caseworker="caseworker")
    pace = fit.coefficients["months"]
    return {
        "log-likelihood": fit.log_likelihood,
        "months": pace.value,
        "error of months": pace.se,
        "caseworker": fit.variance["caseworker"],
    }


def _ordinal(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    fit = _module("progression.mixed").ordinal_growth(table, "short", "months", "person", ["trust"])
    return {
        "log-likelihood": fit.log_likelihood,
        "months": fit.coefficients["months"].value,
        "person": fit.variance["intercept"],
    }


def _incidence(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    value, se = _module("progression.flows").cumulative_incidence(table, "months", "reason")["job"].at(END)
    return {"error": se, "job": value}


def _survival(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    value, se = _module("progression.flows").kaplan_meier(table, "months", "reason").only.at(END)
    return {"still in": value, "error": se}


def _cox(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    one = _module("progression.flows").cox(table, "months", "reason", AT_RISK, of="job").coefficients["age"]
    return {"error of age": one.se, "age": one.value}


def _icc(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    return {"icc": _module("progression.reliability").icc(table, "score", "person").icc.value}


def _ols(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    fit = _module("progression.regression").ols(table, "score", ["months", *COVARIATES], cluster="person")
    one = fit.coefficients["months"]
    return {"error of months": one.se, "months": one.value}


def _cube(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    found = _module("progression.descriptive").distribution(table, "score", CUBE)
    cell = found.groups[CELL]
    mean = cell.mean.value if cell.mean else 0.0
    return {"sd": cell.sd or 0.0, "mean": mean, "upper": cell.upper or 0.0, "groups": len(found.groups)}


def _alpha(table: Any, task: Task) -> Figures:  # noqa: ANN401
    return {"alpha": _module("progression.reliability").cronbach_alpha(table, task.items).alpha.value}


def _correlation(table: Any, task: Task) -> Figures:  # noqa: ANN401
    method = "spearman" if task.key.startswith("spearman") else "pearson"
    matrix = _module("progression.associations").correlation(table, task.items, method).matrix
    return {"first pair": float(matrix[0, 1]), "last pair": float(matrix[-1, -2])}


COMPUTED: Final[Mapping[str, Callable[[Any, Task], Figures]]] = MappingProxyType(
    {
        "growth": _growth,
        "caseworkers": _caseworkers,
        "ordinal": _ordinal,
        "incidence": _incidence,
        "survival": _survival,
        "cox": _cox,
        "icc": _icc,
        "ols": _ols,
        "cube": _cube,
    }
    | {f"alpha{many}": _alpha for many in (10, len(ALL_ITEMS))}
    | {f"{kind}{many}": _correlation for kind in ("pearson", "spearman") for many in (10, len(ALL_ITEMS))}
)


def _file(task: Task, folder: Path) -> Path:
    return folder / f"{task.file}.parquet"


IN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "growth": "progression.mixed",
        "caseworkers": "progression.mixed",
        "ordinal": "progression.mixed",
        "incidence": "progression.flows",
        "survival": "progression.flows",
        "cox": "progression.flows",
        "icc": "progression.reliability",
        "ols": "progression.regression",
        "cube": "progression.descriptive",
        "alpha": "progression.reliability",
        "pearson": "progression.associations",
        "spearman": "progression.associations",
    }
)


def load(key: str, way: str = "ours in memory") -> None:
    """Import what a task needs, as a script does at its top; that is in the whole process and in nothing else."""
    reader = ["pyarrow.parquet"] if way == "ours in memory" else []
    for name in (IN[key.rstrip("0123456789")], "duckdb", "pyarrow", *reader):
        _module(name)


def from_file(task: Task, folder: Path) -> Said:
    """From Parquet to the figures. Of a growth model the scan to the sums is told apart from the fit."""
    scanned = _Scanned()
    begun = time.perf_counter()
    figures = COMPUTED[task.key](_file(task, folder), task)
    took = time.perf_counter() - begun
    said = {"read": None, "work": took, "figures": figures}
    if scanned.seconds is not None:
        said["parts"] = {"scan": scanned.seconds, "fit": took - scanned.seconds}
    return said


class _Scanned:
    """Times the scan of a growth model to its sums; `seconds` stays None where there is none."""

    def __init__(self) -> None:
        self.seconds: float | None = None
        module = sys.modules.get("progression.mixed.growth")
        if module is None:
            return
        scan = module.pooled_of

        def timed(*arguments: Any) -> Any:  # noqa: ANN401
            begun = time.perf_counter()
            found = scan(*arguments)
            self.seconds = time.perf_counter() - begun
            return found

        module.pooled_of = timed  # type: ignore[attr-defined]


def in_memory(task: Task, folder: Path) -> Said:
    """From an Arrow table in memory to the figures, its reading apart."""
    begun = time.perf_counter()
    table = _module("pyarrow.parquet").read_table(_file(task, folder), columns=list(task.columns))
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    figures = COMPUTED[task.key](table, task)
    return {"read": read, "work": time.perf_counter() - begun, "figures": figures}


def bare_scan(task: Task, folder: Path) -> Said:
    """The limit: DuckDB reads the columns and adds them up (of text it counts what is different)."""
    begun = time.perf_counter()
    relation = _module("duckdb").read_parquet(str(_file(task, folder)))
    sums = [f"{'count(DISTINCT ' if name == 'reason' else 'sum('}{name})" for name in task.columns]
    relation.aggregate(", ".join(sums)).fetchall()
    return {"read": None, "work": time.perf_counter() - begun, "figures": {}}


def whole_list(folder: Path) -> Said:
    """The whole list from Parquet, one after the other in this process, and what each took."""
    parts = {}
    for key in LIST:
        begun = time.perf_counter()
        COMPUTED[key](_file(TASKS[key], folder), TASKS[key])
        parts[key] = time.perf_counter() - begun
    return {"read": None, "work": sum(parts.values()), "figures": {}, "parts": parts}


def scan_of_list(folder: Path) -> Said:
    """The bare scan of every column that the list uses beside the model, each once."""
    seconds = 0.0
    for file in ("rows", "stays"):
        tasks = [TASKS[key] for key in LIST if key != "growth" and TASKS[key].file == file]
        used = dict.fromkeys(name for task in tasks for name in task.columns)
        seconds += bare_scan(Task(file, file, file, tuple(used)), folder)["work"]
    return {"read": None, "work": seconds, "figures": {}}


class WithoutPandas(MetaPathFinder):
    """Where the tests' packages are installed too, pandas is; here it is not found."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> None:  # noqa: ANN401, ARG002
        """Refuse pandas, and leave all else to those who look for it."""
        if fullname == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name=fullname)


def main() -> None:
    """Compute one thing one way, and say it."""
    sys.meta_path.insert(0, WithoutPandas())
    key, way, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    for one in LIST if key == "list" else [key]:
        load(one, way)
    if key == "list":
        said = whole_list(folder) if way == "ours" else scan_of_list(folder)
    else:
        said = {"ours": from_file, "ours in memory": in_memory, "bare scan": bare_scan}[way](TASKS[key], folder)
    print(json.dumps(said))


if __name__ == "__main__":
    main()
