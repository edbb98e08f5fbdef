"""A real mail server on this machine, as small as the protocol allows: it keeps every byte, and says no when told to."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Thread
from typing import Any

from pytest_django import Settings


class Postmaster:
    """What came in, letter by letter; `says` answers an address ("550 no") or falls silent ("")."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.said: list[bytes] = []
        self.says: dict[str, str] = {}
        self.silent_after_data = False
        self.lock = Lock()


class _Talk(socketserver.StreamRequestHandler):
    server: Any

    def handle(self) -> None:
        master: Postmaster = self.server.master
        self._say("220 mail.test")
        while line := self.rfile.readline():
            with master.lock:
                master.said.append(line)
            word = line.strip().upper()
            if word.startswith((b"EHLO", b"HELO", b"MAIL", b"RSET", b"NOOP")):
                self._say("250 ok")
            elif word.startswith(b"RCPT"):
                address = line.decode().partition("<")[2].partition(">")[0]
                self._say(master.says.get(address, "250 ok"))
            elif word == b"DATA":
                self._say("354 go on")
                if not self._data(master):
                    return
            elif word == b"QUIT":
                self._say("221 bye")
                return

    def _data(self, master: Postmaster) -> bool:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        with master.lock:
            master.letters.append(b"".join(lines))
        if master.silent_after_data:
            return False
        self._say("250 taken")
        return True

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    master: Postmaster


@contextmanager
def mail_server(settings: Settings) -> Iterator[Postmaster]:
    """It listens on this machine, and the house sends through it."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.master = Postmaster()
        Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.server_address[1]
        settings.EMAIL_TIMEOUT = 5
        settings.DEFAULT_FROM_EMAIL = "ingen-svar@fjordby.example"
        settings.SITE = "https://bordenden.fjordby.example/"
        try:
            yield server.master
        finally:
            server.shutdown()
