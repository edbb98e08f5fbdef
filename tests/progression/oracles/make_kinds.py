"""Makes expected_kinds.json, iris.csv and wines.csv: `python make_kinds.py` where scikit-learn 1.9 is installed.

No test needs scikit-learn. Data: its own classic examples (iris, wine), standardised as the product does it.
"""

import csv
import json
from pathlib import Path

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.datasets import load_iris, load_wine
from sklearn.metrics import silhouette_score

HERE = Path(__file__).parent


def main() -> None:
    """k-means of 200 starts, Ward and silhouettes for 2 to 5 kinds of both."""
    found = {}
    for name, load in (("iris", load_iris), ("wines", load_wine)):
        raw = load().data
        columns = [f"x{place}" for place in range(raw.shape[1])]
        with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *raw.tolist()])
        points = (raw - raw.mean(axis=0)) / raw.std(axis=0)
        found[name] = {str(k): kinds(points, k) for k in range(2, 6)}
    (HERE / "expected_kinds.json").write_text(json.dumps(found) + "\n", "utf-8")


def kinds(points: np.ndarray, k: int) -> dict[str, object]:
    """What scikit-learn finds."""
    means = KMeans(k, n_init=200, random_state=0, tol=0, max_iter=1000).fit(points)
    ward = AgglomerativeClustering(k, linkage="ward").fit_predict(points)
    return {
        "kmeans": means.labels_.tolist(),
        "inertia": float(means.inertia_),
        "kmeans_silhouette": float(silhouette_score(points, means.labels_)),
        "ward": ward.tolist(),
        "ward_silhouette": float(silhouette_score(points, ward)),
    }


if __name__ == "__main__":
    main()
