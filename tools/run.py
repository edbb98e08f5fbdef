"""`make run`: environment, translations, database, the made-up world, and the server on this machine only."""

import os
import secrets
import socket
from pathlib import Path

from tools.environment import prepare
from tools.shell import ROOT, VAR, demand, in_venv, product_environment, stop

HOST = "127.0.0.1"
DEMO = "BORDENDEN_DEMO"
# One process, as SQLite has one writer; each thread holds one connection.
SERVER = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-ws")


def main() -> None:
    """Prepare everything that is not there yet, then become the server."""
    port = _free_port()
    prepare("run")
    environment = product_environment(_settings(port))
    product = [in_venv("python"), "-m", "bordenden"]
    demand([in_venv("python"), "-m", "tools.compile_translations"], environment)
    demand([*product, "migrate", "--verbosity", "0"], environment)
    if environment[DEMO] == "1":
        demand([in_venv("python"), "-m", "tools.first_world"], environment)
    print(f"Bordenden answers at http://{HOST}:{port}/ (end it with Ctrl+C)", flush=True)
    command = [in_venv("granian"), *SERVER, "--host", HOST, "--port", str(port)]
    os.chdir(ROOT)
    os.execve(command[0], [*command, "bordenden.config.wsgi:application"], environment)


def _free_port() -> int:
    """The port of PORT (8000), which nobody may hold yet."""
    port = int(os.environ.get("PORT", "8000"))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            stop(f"Port {port} is taken. Choose another: make run PORT={port + 1}")
    return port


def _settings(port: int) -> dict[str, str]:
    """What the product reads from its environment; what the caller has set stays."""
    VAR.mkdir(exist_ok=True)
    defaults = {
        DEMO: "1",
        "BORDENDEN_LOCAL": "1",  # plain http, on this machine only
        "BORDENDEN_DATABASE": f"sqlite:///{VAR / 'bordenden.sqlite3'}",
        "BORDENDEN_WORKER": "1",  # the rounds go in the server's own process, and end with it
        "BORDENDEN_SITE": f"http://{HOST}:{port}/",
    }
    chosen = {name: os.environ.get(name, default) for name, default in defaults.items()}
    key = os.environ.get("BORDENDEN_SECRET_KEY") or _secret_key(VAR / "secret-key")
    return {**chosen, "BORDENDEN_SECRET_KEY": key}


def _secret_key(path: Path) -> str:
    """The key kept beside the database, made at the first run and readable by its owner alone."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


if __name__ == "__main__":
    main()
