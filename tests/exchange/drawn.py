"""Pictures drawn for the tests: a red corner to see what is up, and all that telephones and programmes write along."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

RED, WHITE = (254, 0, 0), (255, 255, 255)
WIDE, HIGH = 48, 32
SECRET = "Nørrebrogade"
LYING = 6  # The telephone was held upright; the picture is to be turned a quarter to the right.


def drawn(mode: str = "RGB") -> Image.Image:
    """White, with a red square in the upper left corner."""
    picture = Image.new("RGB", (WIDE, HIGH), WHITE)
    picture.paste(RED, (0, 0, 16, 16))
    return picture.convert(mode)


def profile() -> bytes:
    """A colour profile of its own."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def told(orientation: int) -> Image.Exif:
    """What a telephone writes: how it was held, where and when, and what it is."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Model] = SECRET
    exif[Base.DateTime] = "2026:03:02 09:00:00"
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (55.0, 41.0, 30.0)
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (12.0, 33.0, 0.0)
    return exif


def saved(picture: Image.Image, kind: str, **more: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def from_a_telephone(orientation: int = LYING, picture: Image.Image | None = None) -> bytes:
    """A JPEG with place, time, comment, XMP, IPTC, and a second picture behind it."""
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0" + SECRET.encode()
    more = {"exif": told(orientation), "xmp": f"<x>{SECRET}</x>".encode(), "comment": SECRET, "quality": 95}
    whole = saved(picture or drawn(), "JPEG", icc_profile=profile(), extra=segment(0xED, iptc), **more)
    return whole + saved(drawn(), "JPEG", comment=SECRET)


def segment(sign: int, body: bytes) -> bytes:
    return b"\xff" + bytes([sign]) + struct.pack(">H", len(body) + 2) + body


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_words(mode: str = "RGB") -> bytes:
    """A PNG with texts of each kind, a place, a time and a profile."""
    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_text("Comment", SECRET, zip=True)
    words.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    words.add(b"tIME", struct.pack(">HBBBBB", 2026, 3, 2, 9, 0, 0))
    return saved(drawn(mode), "PNG", pnginfo=words, exif=told(LYING), icc_profile=profile(), dpi=(300, 300))


def a_bomb(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def signs_of(jpeg: bytes) -> set[int]:
    """Which segments a JPEG has before its pixels."""
    place, signs = 2, set()
    while jpeg[place + 1] != 0xDA:
        signs.add(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return signs


def chunks_of(png: bytes) -> list[bytes]:
    """Which chunks a PNG has."""
    place, names = 8, []
    while place < len(png):
        names.append(png[place + 4 : place + 8])
        place += 12 + int.from_bytes(png[place : place + 4], "big")
    return names
