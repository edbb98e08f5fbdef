"""A broken instrument file is refused whole, naming line and reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordenden.assessments.actions.reading import LARGEST_FILE, BrokenInstrument, read
from tests.assessments.files import SHIPPED, SMALL, changed


def faults(content: bytes) -> list[str]:
    """The faults as they are shown, or none."""
    try:
        read(content)
    except BrokenInstrument as broken:
        return [str(fault) for fault in broken.faults]
    return []


def test_the_shipped_file_has_five_questions_and_no_fault() -> None:
    text = read(SHIPPED)
    assert (text.code, text.name, text.version) == ("min-vurdering", "Min vurdering", 1)
    assert [item.code for item in text.items] == [
        "tro-paa-arbejde",
        "helbred",
        "kraefter",
        "venner",
        "selvtillid",
    ]


def test_questions_come_in_the_order_of_their_positions_not_of_the_file() -> None:
    turned = SMALL.replace("position = 1", "position = 9")
    assert [item.code for item in read(turned.encode()).items] == ["venner", "helbred"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            changed('topic = "Helbred"', 'topic = "Helbred'),
            ["Linje 8: Linjen er ikke gyldig TOML (Illegal character '\\n')."],
        ),
        (
            changed("version = 1\n", "version = 1\nversion = 2\n"),
            ["Linje 4: Linjen er ikke gyldig TOML (Cannot overwrite a value)."],
        ),
        (SMALL[:-2].encode(), ["Linje 21: Linjen er ikke gyldig TOML (Unterminated string)."]),
        (changed('low = "Det fylder alt"\n', ""), ["Linje 5: Feltet »low« mangler."]),
        (changed('name = "Min vurdering"\n', ""), ["Linje 1: Feltet »name« mangler."]),
        (changed('code = "venner"', 'code = "helbred"'), ["Linje 16: »code« helbred står på to spørgsmål."]),
        (changed("position = 2", "position = 1"), ["Linje 15: »position« 1 står på to spørgsmål."]),
        (
            changed('topic = "Venner"', f'topic = "{"V" * 61}"'),
            ["Linje 17: »topic« er for lang: 61 tegn, og der er plads til 60."],
        ),
        (changed('low = "Ingen"', 'lov = "Ingen"\nlow = "Ingen"'), ["Linje 19: Feltet »lov« kender vi ikke."]),
        (changed("version = 1", "version = 1\nskala = 5"), ["Linje 4: Feltet »skala« kender vi ikke."]),
        (changed('low = "Ingen"', "low = 0"), ["Linje 19: »low« skal være en tekst i anførselstegn."]),
        (changed('low = "Ingen"', 'low = "  "'), ["Linje 19: »low« er tom."]),
        (changed("version = 1", 'version = "1"'), ["Linje 3: »version« skal være et helt tal fra 1 og op."]),
        (changed("version = 1", "version = true"), ["Linje 3: »version« skal være et helt tal fra 1 og op."]),
        (changed("position = 2", "position = 0"), ["Linje 15: »position« skal være et helt tal fra 1 og op."]),
        (
            changed('code = "venner"', 'code = "Mine venner"'),
            ["Linje 16: »code« må kun have små bogstaver a–z, tal og enkelte bindestreger."],
        ),
        (
            changed('low = "Ingen"', 'low = "Ingen\\nslet ikke"'),
            ["Linje 19: »low« skal stå på én linje, uden tabulator og andre styretegn."],
        ),
        (
            changed('question = "Har du nogen at tale med?"', 'question = """Har du\nnogen at tale med?"""'),
            ["Linje 18: »question« skal stå på én linje, uden tabulator og andre styretegn."],
        ),
        (SMALL.replace("Hvordan er dit", "Hvordan går dit").encode("latin-1"), ["Linje 9: Filen er ikke gemt som UTF-8. Gem den igen som UTF-8."]),
        (b"", ["Linje 1: Feltet »code« mangler.", "Linje 1: Feltet »name« mangler.", "Linje 1: Feltet »version« mangler.", "Linje 1: Filen har ingen spørgsmål. Skriv hvert af dem under [[items]]."]),
        (SMALL.split("[[items]]", maxsplit=1)[0].encode() + b"items = 3\n", ["Linje 5: Filen har ingen spørgsmål. Skriv hvert af dem under [[items]]."]),
        (b"#" * (LARGEST_FILE + 1), [f"Linje 1: Filen er større end {LARGEST_FILE} tegn."]),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_line_and_reason(content: bytes, said: list[str]) -> None:
    assert faults(content) == said


def test_every_fault_of_a_file_is_named_at_once_in_the_order_of_its_lines() -> None:
    broken = SMALL.replace('topic = "Helbred"\n', "").replace('high = "Nok"', "high = 10")
    assert faults(broken.encode()) == [
        "Linje 5: Feltet »topic« mangler.",
        "Linje 20: »high« skal være en tekst i anførselstegn.",
    ]


def test_lines_are_right_with_windows_line_ends_comments_and_inline_tables() -> None:
    dos = changed('low = "Ingen"', "low = 0").replace(b"\n", b"\r\n")
    assert faults(dos) == ["Linje 19: »low« skal være en tekst i anførselstegn."]
    commented = b"# made up\n\n" + changed('low = "Ingen"', "# nobody\nlow = 0")
    assert faults(commented) == ["Linje 22: »low« skal være en tekst i anførselstegn."]
    inline = b'code = "a"\nname = "A"\nversion = 1\nitems = [\n  {position = 1},\n]\n'
    assert faults(inline) == [
        f"Linje 4: Feltet »{name}« mangler." for name in ("code", "topic", "question", "low", "middle", "high")
    ]


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")))
def test_any_other_text_is_refused_with_a_line_of_the_file(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    with pytest.raises(BrokenInstrument) as refused:
        read(content)
    assert all(1 <= fault.line <= content.count(b"\n") + content.count(b"\r") + 2 for fault in refused.value.faults)


@given(st.integers(0, len(SMALL) - 1), st.sampled_from(["", "=", '"', "\n", "[", "]", "\x00", "å", "9"]))
def test_one_wrong_sign_anywhere_is_read_whole_or_refused_with_a_line(place: int, sign: str) -> None:
    content = (SMALL[:place] + sign + SMALL[place + 1 :]).encode()
    found, questions = lines_of_faults(content)
    assert (questions == 2) == (not found)
    assert all(1 <= line <= 23 for line in found)


def lines_of_faults(content: bytes) -> tuple[list[int], int]:
    """Where the faults are, and how many questions were read."""
    try:
        return [], len(read(content).items)
    except BrokenInstrument as broken:
        return [fault.line for fault in broken.faults], 0
