"""A picture saved anew: the same to look at, upright, and without anything its telephone wrote about her."""

import re
import struct
import zlib
from io import BytesIO
from threading import Lock
from typing import Any, Final

from django.utils.translation import gettext as _
from PIL import Image
from PIL.ExifTags import Base
from PIL.Image import Transpose

from bordenden.exchange.words import FileKind
from bordenden.foundation.rules import NotPossible

MOST_PIXELS: Final = 50_000_000
# A progressive JPEG has about ten. Each costs a walk over every pixel, and thousands fit in 10 MB.
MOST_SCANS: Final = 50
QUALITY: Final = 90
# How the picture is turned, for each way the camera may have been held.
_UPRIGHT: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_SAVED_AS: Final[dict[FileKind, dict[str, Any]]] = {
    FileKind.JPEG: {"format": "JPEG", "quality": QUALITY, "optimize": True},
    FileKind.PNG: {"format": "PNG"},
}
# The library's own limit is above ours: an error far above it, and a warning before.
_BOMB: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# What broken or hostile bytes make the library raise.
_BROKEN: Final = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    struct.error,
    zlib.error,
    # Slips of the library's own, where a part it counts on is missing (colours named that are not brought).
    NameError,
    AttributeError,
    AssertionError,
    RuntimeError,
)
# A JPEG's signs, without those that stand inside a scan or alone.
_SIGN: Final = re.compile(rb"\xff([^\x00\x01\xd0-\xd8\xff])", re.DOTALL)
_SCAN: Final = b"\xda"
_END: Final = b"\xd9"
# Every colour profile has its mark here.
_PROFILE_MARK: Final = b"acsp"
_PROFILE_PLACE: Final = slice(36, 40)
# A large one takes some hundreds of MB while it is worked on: one at a time.
_one_at_a_time = Lock()


def anew(sent: bytes, kind: FileKind) -> bytes:
    """The picture's bytes, made again from its pixels and its colour profile. Raises NotPossible with what to do."""
    if kind == FileKind.JPEG and _scans(sent) > MOST_SCANS:
        raise NotPossible(_unreadable())
    try:
        with _one_at_a_time:
            return _saved(sent, kind)
    except NotPossible:
        raise  # A ValueError too, and it says what to do already.
    except _BOMB as error:
        raise NotPossible(too_large()) from error
    except _BROKEN as error:
        raise NotPossible(_unreadable()) from error


def too_large() -> str:
    """What is said of a picture with too many pixels, or that fills too much when it is saved."""
    return _("Billedet er for stort. Gør det mindre, eller tag et skærmbillede af det.")


def _unreadable() -> str:
    return _("Vi kan ikke læse billedet. Tag det igen, eller tag et skærmbillede af det.")


def _saved(sent: bytes, kind: FileKind) -> bytes:
    how = _SAVED_AS[kind]
    with Image.open(BytesIO(sent), formats=[how["format"]]) as opened:
        # Said by the header, before a single pixel is unpacked.
        if opened.width * opened.height > MOST_PIXELS:
            raise NotPossible(too_large())
        opened.load()
        kept = _kept(opened)
        turn = _UPRIGHT.get(_orientation(opened))
        picture = opened if turn is None else opened.transpose(turn)
        # Some of it would be written by itself: a comment, for one.
        picture.info = {}
        out = BytesIO()
        picture.save(out, **how, **kept)
    return out.getvalue()


def _kept(opened: Image.Image) -> dict[str, Any]:
    """What belongs to the picture itself: its colours, and what is seen through. A text of that name is neither."""
    profile, clear = opened.info.get("icc_profile"), opened.info.get("transparency")
    kept: dict[str, Any] = {}
    if isinstance(profile, bytes) and profile[_PROFILE_PLACE] == _PROFILE_MARK:
        kept["icc_profile"] = profile
    if isinstance(clear, int | bytes | tuple):
        kept["transparency"] = clear
    return kept


def _orientation(opened: Image.Image) -> int:
    """How the camera was held; a camera that wrote it badly was held straight."""
    try:
        held = opened.getexif().get(Base.Orientation)
    except _BROKEN:
        return 1
    return held if isinstance(held, int) else 1


def _scans(jpeg: bytes) -> int:
    """How often the picture is drawn over, counted before anything is drawn."""
    place, scans = 2, 0
    while (sign := _SIGN.search(jpeg, place)) and sign[1] != _END:
        scans += sign[1] == _SCAN
        place = sign.end() + int.from_bytes(jpeg[sign.end() : sign.end() + 2], "big")
    return scans
