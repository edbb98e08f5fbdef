"""The product's own server, started as `make run` starts it, on loopback only, and stopped again."""

import http.client
import os
import socket
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

from tools.run import HOST, SERVER
from tools.shell import ROOT

START_SECONDS = 30


class Server:
    """A granian process for as long as the block lasts; it inherits the database and all settings from here."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port: int = free.getsockname()[1]

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "granian", *SERVER, "--host", HOST, "--port", str(self.port)]
        self._process = subprocess.Popen(
            [*command, "--no-access-log", "--log-level", "warning", "bordenden.config.wsgi:application"],
            cwd=ROOT,
            env=os.environ,
            stdin=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                self._process.kill()
                raise RuntimeError("the server did not start")
            time.sleep(0.1)
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def connection(self) -> http.client.HTTPConnection:
        """A connection that is kept open; only to this machine."""
        return http.client.HTTPConnection(HOST, self.port, timeout=30)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    def processor_seconds(self) -> float:
        """What the server and its workers have used of the processor so far."""
        return sum(_used(pid) for pid in self._family())

    def _family(self) -> list[int]:
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self._process.pid)], capture_output=True, text=True, check=False
        )
        return [self._process.pid, *(int(pid) for pid in children.stdout.split())]

    def _answers(self) -> bool:
        line = self.connection()
        try:
            line.request("GET", "/was")
            line.getresponse().read()
        except OSError:
            return False
        finally:
            line.close()
        return True


def _used(pid: int) -> float:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
