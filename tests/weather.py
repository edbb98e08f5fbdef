"""The weather all tests stand in: no network but this machine's own, and no order that nobody asked for."""

import random
import socket
from typing import Any

import pytest
from django.db.models import QuerySet

LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that calls another machine fails; browsers and databases on this one are fine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[object, ...]) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not str(address[0]).startswith(LOOPBACK):
            raise OSError(f"Tests use no network; something called {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_order_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of an unordered query come shuffled, so no page can lean on the order a database happens to give."""
    fetch = QuerySet._fetch_all

    def shuffled(self: QuerySet[Any]) -> None:
        fresh = self._result_cache is None
        fetch(self)
        if fresh and not self.ordered and isinstance(self._result_cache, list):
            random.shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", shuffled)
