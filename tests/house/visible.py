"""What a person reads on a page or in a template: the text, and the words of attributes that are read aloud."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template.base import DebugLexer, TokenType

# The real name of the programme, the same in every language.
PROGRAMME = "Borgeren for bordenden"
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "svg"}
# A paragraph ends where one of these begins or ends; all other elements stand inside the text.
INLINE = {"a", "abbr", "b", "em", "i", "span", "strong"}
READ_ALOUD = {"alt", "title", "placeholder", "aria-label", "aria-description"}
BUTTONS = {"submit", "button", "reset"}


@dataclass(frozen=True, slots=True)
class Element:
    """One open element: what it is called, its classes, and the language it says it is in."""

    name: str
    classes: frozenset[str]
    language: str


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of text with the elements around it, the outermost first."""

    text: str
    inside: tuple[Element, ...]

    def is_in(self, *names: str) -> bool:
        """Whether an element of that name is around it."""
        return any(element.name in names for element in self.inside)

    def has_class(self, *classes: str) -> bool:
        """Whether an element around it has one of these classes."""
        return any(element.classes & set(classes) for element in self.inside)

    @property
    def language(self) -> str:
        """The language of the innermost element that says one."""
        return next((one.language for one in reversed(self.inside) if one.language), "")


@dataclass
class _Reader(HTMLParser):
    open: list[Element] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    pending: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.flush()
        named = {name: value or "" for name, value in attrs}
        for name in sorted(named):
            shown = name in READ_ALOUD or (name == "value" and named.get("type") in BUTTONS)
            if shown and named[name].strip():
                self.said.append(Said(named[name].strip(), (*self.open, Element(f"@{name}", frozenset(), ""))))
        if tag not in VOID:
            classes = frozenset(named.get("class", "").split())
            self.open.append(Element(tag, classes, named.get("lang", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.flush()
        if any(element.name == tag for element in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(element.name in SILENT for element in self.open):
            self.pending += data

    def flush(self) -> None:
        """End the paragraph: what was gathered is one piece."""
        if text := " ".join(self.pending.split()):
            around = tuple(element for element in self.open if element.name not in INLINE)
            self.said.append(Said(text, around))
        self.pending = ""


@dataclass
class _PieceByPiece(_Reader):
    """As the reader, but every node of text is a piece of its own, with all that is around it."""

    def handle_data(self, data: str) -> None:
        if (text := " ".join(data.split())) and not any(element.name in SILENT for element in self.open):
            self.said.append(Said(text, tuple(self.open)))


def paragraphs(html: str) -> tuple[Said, ...]:
    """The page as it is read: one piece a paragraph, heading, button or cell."""
    return _read(_Reader(), html)


def pieces(html: str) -> tuple[Said, ...]:
    """Every node of text and every attribute that is read aloud."""
    return _read(_PieceByPiece(), html)


def _read(reader: _Reader, html: str) -> tuple[Said, ...]:
    reader.feed(html)
    reader.close()
    reader.flush()
    return tuple(reader.said)


def unmarked(template: str) -> list[str]:
    """The texts of a template that no translator will ever see."""
    html = "".join(_html_of(template))
    return [said.text for said in pieces(html) if re.search(r"[^\W\d_]", said.text)]


def _html_of(template: str) -> Iterator[str]:
    """The template without its tags, its variables, its comments and what stands in blocktranslate."""
    hidden = ""
    for token in DebugLexer(template).tokenize():
        words = token.split_contents() if token.token_type == TokenType.BLOCK else [""]
        if hidden:
            hidden = "" if words[0] == hidden else hidden
        elif words[0] in {"comment", "blocktranslate"}:
            hidden = f"end{words[0]}"
        elif token.token_type == TokenType.TEXT:
            yield token.contents
