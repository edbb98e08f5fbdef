"""What the checks need from Debian: found, installed where allowed, or asked for by the exact line."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tools.shell import demand, stop


def postgres_programmes() -> Path | None:
    """The folder of the newest PostgreSQL server here (Debian keeps it off the PATH), if there is one."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(path.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def chromium() -> Path | None:
    """Debian's Chromium: the build without windows (a fifth less work a page), else the usual one."""
    places = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
    return next((place for place in places if place.exists()), None)


def _has_libatomic() -> bool:
    """Playwright's own node needs it, and a small Debian leaves it out."""
    folders = ("/usr/lib", "/lib", "/usr/lib64")
    return any(
        any(Path(folder).glob(pattern)) for folder in folders for pattern in ("libatomic.so.1", "*/libatomic.so.1")
    )


_PRESENT: Mapping[str, Callable[[], bool]] = MappingProxyType(
    {
        "chromium-headless-shell": lambda: chromium() is not None,
        "libatomic1": _has_libatomic,
        "postgresql": lambda: postgres_programmes() is not None,
        "openjdk-17-jre-headless": lambda: shutil.which("java") is not None,
    }
)


def require(packages: Sequence[str]) -> None:
    """See that these Debian packages are there; as root install them, else stop with the line to type."""
    install(wanting(packages))


def wanting(packages: Sequence[str]) -> list[str]:
    """Which of these Debian packages are not there; where only root may install them, stop with the line to type."""
    missing = _missing(packages)
    if missing and (os.geteuid() != 0 or shutil.which("apt-get") is None):
        line = f"apt-get update && sudo apt-get install --no-install-recommends -y {' '.join(missing)}"
        stop(f"These are missing and only root can install them. Type:\n\n    sudo {line}\n")
    return missing


def install(missing: Sequence[str]) -> None:
    """Install these Debian packages; stop where one is missing still."""
    if not missing:
        return
    print(f"system: installing {' '.join(missing)} …", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    demand(["apt-get", "update", "-qq"], quiet, silent=True)
    options = ["-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
    demand(["apt-get", "install", *options, *missing], quiet, silent=True)
    left = _missing(missing)
    if left:
        stop(f"apt-get ended well, and yet these are missing: {' '.join(left)}")


def _missing(packages: Sequence[str]) -> list[str]:
    return [package for package in packages if not _PRESENT[package]()]
