"""PDF from a Typst template and plain data: tagged (PDF/UA), in Danish, fonts inside, nothing fetched."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import typst

# The faces that stand in the compiler itself: the same on every machine.
FONTS = typst.Fonts(include_system_fonts=False)
UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
TRIES = 3


def pdf(template: Path, data: Mapping[str, object], *, at: datetime) -> bytes:
    """The document. The data reaches the template as JSON in `sys.inputs.data`, so no word of it can be markup.

    A character that no face has (an emoji, say) is written out by its name: nothing falls out, nothing is a box.
    """
    said = json.dumps(_without_controls(data), ensure_ascii=False)
    for _try in range(TRIES):
        try:
            return _compiled(template, said, at)
        except typst.TypstError as refused:
            unknown = _unknown(refused)
            if not unknown:
                raise
            for text in unknown:
                said = said.replace(json.dumps(text, ensure_ascii=False)[1:-1], _named(text))
    return _compiled(template, said, at)


def _compiled(template: Path, data: str, at: datetime) -> bytes:
    return typst.compile(
        str(template),
        root=str(template.parent),
        format="pdf",
        font_paths=FONTS,
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )


def _unknown(refused: typst.TypstError) -> list[str]:
    """The texts no face can show, the longest first: a joined emoji goes before its parts."""
    found = {ESCAPED.sub(_meant, text) for text in UNKNOWN.findall(f"{refused.diagnostic}")}
    return sorted(found, key=lambda text: (-len(text), text))


def _meant(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(escape[2], escape[2])


def _named(text: str) -> str:
    """By its Unicode names: "[grinning face]"."""
    names = [unicodedata.name(sign, f"U+{ord(sign):04X}").lower() for sign in text if not _unseen(sign)]
    return f"[{', '.join(names)}]" if names else ""


def _unseen(sign: str) -> bool:
    """Joiners and choosers of a variant are part of a sign, not signs."""
    return unicodedata.category(sign) in {"Cf", "Mn"}


def _without_controls(data: object) -> object:
    """The same data; control characters, which no paper can show, are left out of its texts."""
    if isinstance(data, str):
        return "".join(sign for sign in data if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"})
    if isinstance(data, Mapping):
        return {name: _without_controls(value) for name, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_without_controls(value) for value in data]
    return data
