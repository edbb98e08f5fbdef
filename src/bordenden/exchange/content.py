"""What is taken in: a file known by its own first bytes, and a picture only as it is saved anew."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from bordenden.exchange.pictures import anew, too_large
from bordenden.exchange.words import FileKind
from bordenden.foundation.rules import NotPossible

MOST_BYTES: Final = 10_000_000
PICTURES: Final = frozenset({FileKind.JPEG, FileKind.PNG})
_FIRST_BYTES: Final = (
    (b"%PDF-", FileKind.PDF),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
)
# An iPhone's own kind of picture says so here.
_BRAND: Final = slice(4, 12)
_HEIC: Final = frozenset(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"))


@dataclass(frozen=True, slots=True)
class Content:
    """What may lie on a table. Made by `taken_in` and nowhere else."""

    kind: FileKind
    body: bytes


def taken_in(sent: bytes) -> Content:
    """What was sent, ready to be laid on a table. Raises NotPossible for what is not taken in.

    Takes up to seconds for a large picture, so it is done before a transaction begins.
    """
    kind = _kind(sent)
    if kind not in PICTURES:
        return Content(kind, sent)
    body = anew(sent, kind)
    if len(body) > MOST_BYTES:
        raise NotPossible(too_large())
    return Content(kind, body)


def _kind(sent: bytes) -> FileKind:
    if not sent:
        raise NotPossible(_("Filen er tom. Vælg en anden."))
    if len(sent) > MOST_BYTES:
        raise NotPossible(_("Filen er for stor. Den må fylde 10 MB."))
    for first, kind in _FIRST_BYTES:
        if sent.startswith(first):
            return kind
    if sent[_BRAND] in _HEIC:
        raise NotPossible(
            _("Vi kan ikke læse billeder i formatet HEIC. Gem det som JPEG, eller tag et skærmbillede af det.")
        )
    raise NotPossible(_("Vi kan kun tage imod PDF og billeder (JPEG eller PNG). Gem den som PDF, og prøv igen."))
