"""Runs one command on a real PostgreSQL and removes it afterwards: `python3.11 -m tools.postgres CMD …`."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeAlias

from tools.debian import postgres_programmes, require
from tools.shell import ROOT, product_environment, stop

# The data go with the cluster, so nothing waits for the disk. No TCP: a socket in a folder of its own.
SETTINGS = (
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("listen_addresses", ""),
    ("max_connections", "200"),
    ("shared_buffers", "128MB"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    # Tables that live for a test are not worth looking after, nor questions asked once worth compiling.
    ("autovacuum", "off"),
    ("jit", "off"),
    ("log_min_messages", "panic"),
)
# For what measures: what is acknowledged is on the disk.
DURABLE = (
    ("listen_addresses", ""),
    ("max_connections", "200"),
    ("shared_buffers", "1GB"),
    ("max_wal_size", "8GB"),
    ("log_min_messages", "panic"),
)
Settings: TypeAlias = tuple[tuple[str, str], ...]
START_SECONDS = 60


@contextmanager
def cluster(settings: Settings = SETTINGS) -> Iterator[str]:
    """The address of an empty database for tests and measurements; gone afterwards."""
    require(["postgresql"])
    programmes = postgres_programmes()
    if programmes is None:
        stop("No PostgreSQL server was found.")
    # Short, and open to the unprivileged user whatever the rights of the folder the repository stands in.
    folder = Path(tempfile.mkdtemp(prefix="bordenden-pg-"))
    owner = _owner()
    if owner:
        shutil.chown(folder, owner, owner)
    try:
        _run([str(programmes / "initdb"), *_initdb_options(folder)], folder, owner)
        server = subprocess.Popen(
            _serve(programmes, folder, settings), cwd=folder, stdin=subprocess.DEVNULL, user=owner, group=owner
        )
        try:
            yield _address(programmes, folder, owner, server)
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; Debian's package brings the user it runs as."""
    return "postgres" if os.geteuid() == 0 else None


def _initdb_options(folder: Path) -> list[str]:
    names = ["--username", "keeper", "--auth", "trust", "--pgdata", str(folder / "data")]
    return [*names, "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]


def _serve(programmes: Path, folder: Path, settings: Settings) -> list[str]:
    """The server in the foreground; where setpriv is at hand it dies with us, even when we are killed."""
    options = [part for name, value in settings for part in ("-c", f"{name}={value}")]
    command = [str(programmes / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *options]
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "QUIT", *command] if setpriv else command


def _address(programmes: Path, folder: Path, owner: str | None, server: subprocess.Popen[bytes]) -> str:
    """Wait until the server answers, then make the role and its database."""
    ready = [str(programmes / "pg_isready"), "--quiet", "--host", str(folder)]
    ends = time.monotonic() + START_SECONDS
    while subprocess.run(ready, stdin=subprocess.DEVNULL, check=False).returncode:
        if server.poll() is not None or time.monotonic() > ends:
            stop("PostgreSQL did not start; its own words stand above.")
        time.sleep(0.05)
    psql = [str(programmes / "psql"), "--quiet", "--no-psqlrc", "--host", str(folder), "--username", "keeper"]
    # Tests lay tables in every municipality and empty guarded ones; the tests of the walls step down to a plain role.
    for words in ("CREATE ROLE bordenden LOGIN SUPERUSER", "CREATE DATABASE bordenden OWNER bordenden"):
        _run([*psql, "--dbname", "postgres", "--command", words], folder, owner)
    return f"postgresql://bordenden@/bordenden?host={folder}"


def _run(command: Sequence[str], folder: Path, owner: str | None) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        user=owner,
        group=owner,
        check=False,
    )
    if done.returncode:
        stop(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def end_tidily(number: int, _frame: FrameType | None) -> None:
    """A request to end becomes an ordinary exit, so that the cluster is stopped and removed."""
    raise SystemExit(128 + number)


def main(command: Sequence[str]) -> int:
    """Run the command with BORDENDEN_DATABASE naming the new database; return its exit code."""
    signal.signal(signal.SIGTERM, end_tidily)
    with cluster() as address:
        environment = product_environment({"BORDENDEN_DATABASE": address})
        return subprocess.run(list(command), cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        stop("Name the command to run on PostgreSQL.")
    raise SystemExit(main(sys.argv[1:]))
