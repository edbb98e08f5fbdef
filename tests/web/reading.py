"""Reads a page as a browser would: the fields of a form in main, and what main says."""

from html.parser import HTMLParser
from typing import Any, Protocol


class Answer(Protocol):
    """What a test client is answered with."""

    @property
    def content(self) -> bytes: ...


class _Forms(HTMLParser):
    """Collects the fields of every form inside main, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.text: list[str] = []
        self._in_main = 0
        self._area = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form, a field, the start of main."""
        found = {name: value or "" for name, value in attrs}
        if tag == "main":
            self._in_main = 1
        if not self._in_main:
            return
        if tag == "form":
            self.forms.append({})
        elif tag == "input" and self.forms and found.get("name"):
            if found.get("type") not in {"radio", "checkbox"} or "checked" in found:
                self.forms[-1][found["name"]] = found.get("value", "")
        elif tag == "textarea":
            self._area = found["name"]
            self.forms[-1][self._area] = ""
        elif tag == "select":
            self._select = found["name"]
        elif tag == "option" and "selected" in found:
            self.forms[-1][self._select] = found.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """Leave a text area or main."""
        if tag == "textarea":
            self._area = ""
        if tag == "main":
            self._in_main = 0

    def handle_data(self, data: str) -> None:
        """Text of a text area, or of the page."""
        if self._area:
            self.forms[-1][self._area] += data
        if self._in_main and data.strip():
            self.text.append(" ".join(data.split()))


def _read(answer: Answer) -> _Forms:
    reader = _Forms()
    reader.feed(answer.content.decode(errors="replace"))
    return reader


def form_of(answer: Answer, number: int = 0) -> dict[str, Any]:
    """The fields of a form in main as a browser would send them (its buttons are yours to add)."""
    fields = dict(_read(answer).forms[number])
    for name, value in fields.items():
        fields[name] = value.removeprefix("\n")
    return {name: value for name, value in fields.items() if name not in {"csrfmiddlewaretoken", "writer"}}


def words_of(answer: Answer) -> str:
    """What main says, as one line of words."""
    return " ".join(_read(answer).text)
