"""Turns BORDENDEN_MAIL into Django's settings: a folder on this machine, or a mail server with TLS."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

BACKENDS = "django.core.mail.backends"
HERE = frozenset({"127.0.0.1", "::1", "localhost"})
PORTS = {"smtp": 587, "smtps": 465}
PATIENCE_SECONDS = 20


def mail(url: str, folder: Path) -> dict[str, Any]:
    """`folder` (written there, none leaves the machine), `smtp://user:password@host:587` or `smtps://…:465`.

    `smtp` turns to TLS before anything is said (STARTTLS), except to a server on this very machine.
    Raises ValueError for anything else.
    """
    if url == "folder":
        return {"EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": str(folder)}
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(
            "BORDENDEN_MAIL is folder, smtp://user:password@host:port or smtps://user:password@host:port."
        )
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in HERE,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": PATIENCE_SECONDS,
    }
