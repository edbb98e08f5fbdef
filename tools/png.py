"""Makes a screenshot's PNG smaller: a palette of at most 256 colours, no information besides the picture."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
Pixels = NDArray[np.uint8]


def smaller(png: bytes) -> bytes:
    """The same picture with its commonest colours; every other pixel takes the nearest of them.

    Raises ValueError for a PNG that is not 8 bits of RGB or RGBA without interlacing (what Chromium writes).
    """
    pixels = read(png)
    height, width, _ = pixels.shape
    packed = pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    colours, place, count = np.unique(packed, return_inverse=True, return_counts=True)
    palette = colours[np.sort(np.argsort(-count, kind="stable")[:COLOURS])]
    indices = _nearest(colours, palette)[place].reshape(height, width)
    return _written(indices, palette)


def read(png: bytes) -> Pixels:
    """Height × width × 3, without transparency."""
    chunks = _chunks(png)
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if depth != 8 or kind not in (2, 6) or interlaced:
        raise ValueError("only 8 bits of RGB or RGBA without interlacing are read")
    channels = 3 if kind == 2 else 4
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, 1 + width * channels)
    picture = np.zeros((height + 1, width + 1, channels), np.uint8)
    for number, row in enumerate(rows, start=1):
        _unfilter(int(row[0]), row[1:].reshape(width, channels), picture, number)
    return picture[1:, 1:, :3]


def _chunks(png: bytes) -> dict[bytes, bytes]:
    """The contents by name; those of one name joined."""
    if not png.startswith(SIGNATURE):
        raise ValueError("not a PNG")
    found: dict[bytes, bytes] = {}
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name = png[at + 4 : at + 8]
        found[name] = found.get(name, b"") + png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def _unfilter(kind: int, row: Pixels, picture: Pixels, number: int) -> None:
    """Undo PNG's filter of one row; the row above and the pixel to the left of the first are zero."""
    above, here = picture[number - 1], picture[number]
    if kind == 0:
        here[1:] = row
    elif kind == 1:
        here[1:] = np.cumsum(row, axis=0, dtype=np.uint32).astype(np.uint8)
    elif kind == 2:
        here[1:] = row + above[1:]
    elif kind in (3, 4):
        _unfilter_by_neighbours(kind, row, above, here)
    else:
        raise ValueError(f"PNG knows no filter {kind}")


def _unfilter_by_neighbours(kind: int, row: Pixels, above: Pixels, here: Pixels) -> None:
    up, wanted = above.astype(int).tolist(), row.astype(int).tolist()
    left = [0] * row.shape[1]
    for at, pixel in enumerate(wanted, start=1):
        guess = _average if kind == 3 else _paeth
        left = [
            (value + guess(left[channel], up[at][channel], up[at - 1][channel])) % 256
            for channel, value in enumerate(pixel)
        ]
        here[at] = left


def _average(left: int, up: int, _corner: int) -> int:
    return (left + up) // 2


def _paeth(left: int, up: int, corner: int) -> int:
    """The neighbour nearest to left + up - corner (PNG specification, 9.4)."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def _nearest(colours: NDArray[np.uint32], palette: NDArray[np.uint32]) -> Pixels:
    """For each colour the place in the palette of the nearest one."""
    distance = ((_channels(colours)[:, None, :] - _channels(palette)[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(distance.argmin(axis=1), np.uint8)


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    return np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1).astype(np.int32)


def _written(indices: Pixels, palette: NDArray[np.uint32]) -> bytes:
    height, width = indices.shape
    rows = np.zeros((height, width + 1), np.uint8)
    rows[:, 1:] = indices
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    content = zlib.compress(rows.tobytes(), level=9)
    colours = _channels(palette).astype(np.uint8).tobytes()
    parts = [(b"IHDR", header), (b"PLTE", colours), (b"IDAT", content), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
