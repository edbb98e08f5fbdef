"""One Spark for all tests of this folder, on two threads of this machine; without Java or pyspark they fail."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.memory": "1g",
    "spark.log.level": "ERROR",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder; pyspark warns of much that is its own."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.spark)
            item.add_marker(pytest.mark.once)
            item.add_marker(pytest.mark.filterwarnings("ignore"))


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Spark as ibis has it."""
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]").appName("tests")
    folder = tmp_path_factory.mktemp("spark")
    for name, said in {**SETTINGS, "spark.sql.warehouse.dir": str(folder), "spark.local.dir": str(folder)}.items():
        builder = builder.config(name, said)
    session = builder.getOrCreate()
    yield import_module("ibis").pyspark.connect(session)
    session.stop()
