"""What a recording is, is said by its first bytes; a page that is called a sound is none."""

import pytest

from bordenden.assessments.actions.testing import kind_of_sound

PAGE = "<html><script>alert(1)</script></html>"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        b"\xff\xfe" + PAGE.encode("utf-16-le"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
        b"\xef\xbb\xbf" + PAGE.encode(),
        b"RIFF____WEBP" + PAGE.encode(),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"PK\x03\x04",
        b"\xff",
        b"",
    ],
)
def test_a_page_a_picture_and_an_archive_are_no_sound(content: bytes) -> None:
    assert kind_of_sound(content) == ""


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\xff\xf3\x40\xc0", "audio/mpeg"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"OggS\x00\x02", "audio/ogg"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
    ],
)
def test_the_three_kinds_of_sound_are_known(content: bytes, kind: str) -> None:
    assert kind_of_sound(content) == kind
