"""How tests read a page: its words as a person reads them, and how many queries it cost."""

from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

# Every paper of ours names what drew it; a file that somebody put on the table is compared byte by byte.
OURS = b"Typst"
UNSEEN = frozenset({"head", "script", "style", "title"})


class _Words(HTMLParser):
    """Collects the text of a page, not its drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.words += data.split()


def words_in(html: str) -> str:
    """The visible words, single spaces between them."""
    reader = _Words()
    reader.feed(html)
    return " ".join(reader.words)


def text_of(client: Client, address: str) -> str:
    """The words of a page that opens."""
    response = client.get(address)
    assert response.status_code == 200
    return words_in(response.content.decode())


# What opens, names and closes the two transactions of a page: the same few for every page (more of them on
# PostgreSQL, which is told the municipality), so they say nothing about the page itself.
MARKS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET TRANSACTION", "SELECT set_config")


def queries_of(client: Client, address: str) -> int:
    """How many statements a page costs, its log included; the marks of the transactions are not counted."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    # On PostgreSQL a look is told and written in one message.
    return sum("INSERT" in row["sql"] or not row["sql"].startswith(MARKS) for row in captured)


def said_in(answer: Any) -> str:
    """What an answer says, whether it is a page or a paper; of any other file its bytes."""
    kind = answer.get("Content-Type", "")
    content = content_of(answer)
    if kind == "application/pdf" and OURS in content:
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return words_in(content.decode()) if kind.startswith("text/") else repr(content)


def content_of(answer: Any) -> bytes:
    """The whole of it, handed over at once or bit by bit."""
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)
