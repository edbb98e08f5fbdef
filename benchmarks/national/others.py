"""What the peers in Python are asked, a process each: `python -m benchmarks.national.others TASK WAY FOLDER`.

It runs in the peers' own environment, where neither our package nor Django is; what is missing there is said so.
Each way loads what it needs (`read`), then computes what ours computes (`work`). Nothing of ours is used.
"""

import importlib
import importlib.util
import json
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from benchmarks.national.tasks import AT_RISK, CELL, COVARIATES, CUBE, END, TASKS, Task

Figures = dict[str, float]
QUARTILES: Final = (0.25, 0.5, 0.75)
WHERE: Final = " AND ".join(f"{name} = {label}" for name, label in zip(CUBE, CELL, strict=True))


@dataclass(frozen=True, slots=True)
class Way:
    """How one peer does one task: the packages it takes, how it loads the data and what it makes of them.

    `load` is None where the peer's own call goes from the file to the figures.
    """

    packages: tuple[str, ...]
    load: Callable[[Task, Path], Any] | None
    work: Callable[[Any, Task], Figures]


def _file(task: Task, folder: Path) -> Path:
    return folder / f"{task.file}.parquet"


def _pandas(task: Task, folder: Path) -> Any:  # noqa: ANN401
    return importlib.import_module("pandas").read_parquet(_file(task, folder), columns=list(task.columns))


def _polars(task: Task, folder: Path) -> Any:  # noqa: ANN401
    return importlib.import_module("polars").read_parquet(_file(task, folder), columns=list(task.columns))


def _alpha_of(covariance: Any, many: int) -> Figures:  # noqa: ANN401
    numpy = importlib.import_module("numpy")
    found = numpy.asarray(covariance)
    return {"alpha": float(many / (many - 1) * (1 - numpy.trace(found) / found.sum()))}


def _pandas_alpha(table: Any, task: Task) -> Figures:  # noqa: ANN401
    return _alpha_of(table.cov(), len(task.items))


def _pandas_correlation(table: Any, task: Task) -> Figures:  # noqa: ANN401
    found = table.corr(method="spearman" if task.key.startswith("spearman") else "pearson").to_numpy()
    return {"first pair": float(found[0, 1]), "last pair": float(found[-1, -2])}


def _pandas_icc(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    by = table.groupby("person")["score"]
    n, mean = by.size(), by.mean()
    within = float(((table["score"] - by.transform("mean")) ** 2).sum()) / (len(table) - len(n))
    between = float((n * (mean - table["score"].mean()) ** 2).sum()) / (len(n) - 1)
    size = (len(table) - float((n**2).sum()) / len(table)) / (len(n) - 1)
    return {"icc": (between - within) / (between + (size - 1) * within)}


def _pandas_cube(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    by = table.groupby(list(CUBE))["score"]
    found = by.agg(["count", "mean", "std", "min", "max"])
    shares = by.quantile(list(QUARTILES)).unstack()
    one = found.loc[CELL]
    upper = shares.loc[CELL][QUARTILES[-1]]
    return {"sd": float(one["std"]), "mean": float(one["mean"]), "upper": float(upper), "groups": len(found)}


def _polars_parts() -> list[Any]:
    polars = importlib.import_module("polars")
    score = polars.col("score")
    shares = [score.quantile(share, "linear").alias(f"q{share}") for share in QUARTILES]
    figures = [score.mean().alias("mean"), score.std().alias("sd")]
    figures += [score.min().alias("low"), score.max().alias("high")]
    return [polars.len().alias("n"), *figures, *shares]


def _polars_cube(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    return _polars_cell(table.group_by(list(CUBE)).agg(_polars_parts()))


def _polars_cube_from_file(file: Path, _task: Task) -> Figures:
    lazy = importlib.import_module("polars").scan_parquet(file)
    return _polars_cell(lazy.group_by(list(CUBE)).agg(_polars_parts()).collect())


def _polars_cell(found: Any) -> Figures:  # noqa: ANN401
    one = found.filter(**dict(zip(CUBE, CELL, strict=True))).row(0, named=True)
    return {"sd": one["sd"], "mean": one["mean"], "upper": one[f"q{QUARTILES[-1]}"], "groups": found.height}


def _polars_icc(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    polars = importlib.import_module("polars")
    score = polars.col("score")
    by = table.group_by("person").agg(n=polars.len(), mean=score.mean(), squares=((score - score.mean()) ** 2).sum())
    n, rows, people = by["n"].cast(polars.Float64), table.height, by.height
    within = by["squares"].sum() / (rows - people)
    between = (n * (by["mean"] - table["score"].mean()) ** 2).sum() / (people - 1)
    size = (rows - (n * n).sum() / rows) / (people - 1)
    return {"icc": float((between - within) / (between + (size - 1) * within))}


def _duckdb(task: Task, folder: Path) -> Any:  # noqa: ANN401
    connection = importlib.import_module("duckdb").connect()
    connection.execute(f"CREATE TABLE held AS SELECT {', '.join(task.columns)} FROM '{_file(task, folder)}'")
    return connection


def _duckdb_cube(connection: Any, _task: Task) -> Figures:  # noqa: ANN401
    return _asked(connection, "held")


def _duckdb_cube_from_file(file: Path, _task: Task) -> Figures:
    return _asked(importlib.import_module("duckdb").connect(), f"'{file}'")


def _asked(connection: Any, source: str) -> Figures:  # noqa: ANN401
    keys = ", ".join(CUBE)
    figures = "count(*) AS n, avg(score) AS mean, stddev_samp(score) AS sd, min(score) AS low, max(score) AS high"
    quartiles = f"quantile_cont(score, {list(QUARTILES)}) AS q"
    found = connection.sql(f"SELECT {keys}, {figures}, {quartiles} FROM {source} GROUP BY {keys}").to_arrow_table()
    place = [tuple(key) for key in zip(*(found[name].to_pylist() for name in CUBE), strict=True)].index(CELL)
    one = {name: found[name][place].as_py() for name in ("sd", "mean", "q")}
    return {"sd": one["sd"], "mean": one["mean"], "upper": one["q"][2], "groups": found.num_rows}


def _statsmodels_ols(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    api = importlib.import_module("statsmodels.api")
    design = api.add_constant(table[["months", *COVARIATES]].astype(float))
    fit = api.OLS(table["score"].astype(float), design).fit(cov_type="cluster", cov_kwds={"groups": table["person"]})
    return {"error of months": float(fit.bse["months"]), "months": float(fit.params["months"])}


def _pyfixest_ols(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    formula = f"score ~ {' + '.join(['months', *COVARIATES])}"
    fit = importlib.import_module("pyfixest").feols(formula, table, vcov={"CRV1": "person"})
    return {"error of months": float(fit.se()["months"]), "months": float(fit.coef()["months"])}


def _lifelines_incidence(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    """One reason, without errors: with them it walks over every person and time."""
    fitter = importlib.import_module("lifelines").AalenJohansenFitter(calculate_variance=False)
    codes = table["reason"].map({"": 0, "job": 1}).fillna(2).astype(int)
    return {"job": float(fitter.fit(table["months"], codes, event_of_interest=1).cumulative_density_.iloc[-1, 0])}


def _lifelines_survival(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    fit = importlib.import_module("lifelines").KaplanMeierFitter().fit(table["months"], table["reason"] != "")
    return {"still in": float(fit.survival_function_at_times(END).iloc[0])}


def _lifelines_cox(table: Any, _task: Task) -> Figures:  # noqa: ANN401
    columns = table[["months", *AT_RISK]].assign(left=(table["reason"] == "job").astype(int))
    fit = importlib.import_module("lifelines").CoxPHFitter().fit(columns, "months", "left")
    return {"error of age": float(fit.standard_errors_["age"]), "age": float(fit.params_["age"])}


def _ways() -> dict[tuple[str, str], Way]:
    pandas, polars = ("pandas", "pyarrow"), ("polars",)
    found = {
        ("icc", "pandas"): Way(pandas, _pandas, _pandas_icc),
        ("icc", "Polars"): Way(polars, _polars, _polars_icc),
        ("cube", "pandas"): Way(pandas, _pandas, _pandas_cube),
        ("cube", "Polars"): Way(polars, _polars, _polars_cube),
        ("cube", "Polars on the file"): Way(polars, None, _polars_cube_from_file),
        ("cube", "DuckDB SQL"): Way(("duckdb", "pyarrow"), _duckdb, _duckdb_cube),
        ("cube", "DuckDB SQL on the file"): Way(("duckdb", "pyarrow"), None, _duckdb_cube_from_file),
        ("ols", "statsmodels"): Way((*pandas, "statsmodels"), _pandas, _statsmodels_ols),
        ("ols", "pyfixest"): Way((*pandas, "pyfixest"), _pandas, _pyfixest_ols),
        ("incidence", "lifelines, one reason, no errors"): Way((*pandas, "lifelines"), _pandas, _lifelines_incidence),
        ("survival", "lifelines"): Way((*pandas, "lifelines"), _pandas, _lifelines_survival),
        ("cox", "lifelines"): Way((*pandas, "lifelines"), _pandas, _lifelines_cox),
    }
    for many in (10, 20):
        found[f"alpha{many}", "pandas"] = Way(pandas, _pandas, _pandas_alpha)
        for kind in ("pearson", "spearman"):
            found[f"{kind}{many}", "pandas"] = Way(pandas, _pandas, _pandas_correlation)
    return found


WAYS: Final[Mapping[tuple[str, str], Way]] = MappingProxyType(_ways())


def measured(task: Task, way: Way, folder: Path) -> dict[str, Any]:
    """Seconds and figures; or which package is not there."""
    missing = [name for name in way.packages if importlib.util.find_spec(name) is None]
    if missing:
        return {"missing": ", ".join(missing)}
    for name in way.packages:
        importlib.import_module(name)
    begun = time.perf_counter()
    data = way.load(task, folder) if way.load else _file(task, folder)
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    figures = way.work(data, task)
    return {"read": read if way.load else None, "work": time.perf_counter() - begun, "figures": figures}


def main() -> None:
    """Compute one thing one way, and say it."""
    warnings.simplefilter("ignore")
    key, way = sys.argv[1], sys.argv[2]
    print(json.dumps(measured(TASKS[key], WAYS[key, way], Path(sys.argv[3]))))


if __name__ == "__main__":
    main()
