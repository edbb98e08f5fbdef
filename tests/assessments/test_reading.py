"""A broken instrument file is refused whole, naming line and reason."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordenden.assessments.actions.reading import LARGEST_FILE, BrokenInstrument, read
from tests.assessments.files import SHIPPED, SHIPPED_FILES, SMALL, TWENTY, changed

TRAITS = re.compile(
    r"\b(diagnos\w*|handicap\w*|køn\w*|kvinde\w*|mand|mænd|født|etni\w*|indvandre\w*|flygtning\w*|religion\w*|tro på gud|"
    r"seksu\w*|homo\w*|politi\w*|straf\w*|misbruge\w*|psykisk syg\w*|ledig\w*|kontanthjælp\w*|ressourcesvag\w*)\b"
)


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


@pytest.mark.parametrize("name", ["min-vurdering-1", "min-vurdering", "min-trivsel", "sagsbehandlerens-blik"])
def test_every_shipped_file_is_read_without_a_fault(name: str) -> None:
    assert faults((SHIPPED_FILES / f"{name}.toml").read_bytes()) == []


def item(position: int, code: str, *more: str) -> str:
    words = [f"position = {position}", f'code = "{code}"', 'topic = "T"', 'question = "Q"']
    return "\n".join(["[[items]]", *words, 'low = "0"', 'middle = "5"', 'high = "10"', *more, ""])


def file_of(*items: str, top: str = "") -> bytes:
    return ('code = "min-vurdering"\nname = "Min vurdering"\nversion = 1\n' + top + "".join(items)).encode()


UDD, JOB = 'edition = "udd"', 'edition = "job"'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (file_of(item(1, "a", UDD), item(1, "a", JOB), item(2, "b")), []),
        (file_of(item(1, "a", UDD)), ["Linje 12: »a« findes kun i udgaven udd. Skriv den også for job."]),
        (file_of(item(1, "a", UDD), item(1, "a")), ["Linje 13: »a« står både med og uden »edition«.", "Linje 14: »position« 1 står på to spørgsmål."]),
        (file_of(item(1, "a", UDD), item(2, "a", JOB)), ["Linje 14: »position« skal være den samme i begge udgaver af »a«."]),
        (file_of(item(1, "a", UDD), item(1, "a", JOB, "shielded = true")), ["Linje 22: »shielded« skal være den samme i begge udgaver af »a«."]),
        (file_of(item(1, "a", UDD), item(1, "b", JOB)), ["Linje 12: »a« findes kun i udgaven udd. Skriv den også for job.", "Linje 14: »position« 1 står på to spørgsmål.", "Linje 21: »b« findes kun i udgaven job. Skriv den også for udd."]),
        (file_of(item(1, "a", 'edition = "fleks"')), ["Linje 12: »edition« skal være et af ordene: udd, job.", "Linje 12: »a« findes kun i udgaven fleks. Skriv den også for udd."]),
        (file_of(item(1, "a", 'area = "krop"')), ["Linje 12: »area« skal være et af ordene: work, health, everyday, self, cooperation, wellbeing, local."]),
        (file_of(item(1, "a", 'shielded = "ja"')), ["Linje 12: »shielded« skal være true eller false."]),
        (file_of(item(1, "a"), top='purpose = "wellbeing"\n'), ["Linje 4: Et skema om trivsel har netop fem spørgsmål, ens for alle. Ellers passer tallet 0–100 ikke."]),
        (file_of(item(1, "901-a")), ["Linje 6: Kun en kommunes egne koder begynder med tre tal og en bindestreg."]),
        (file_of(item(1, "a"), top="municipality = 901\n"), ["Linje 7: En kommunes egne koder begynder med dens nummer: 901-…"]),
        (file_of(item(1, "901-a"), top='municipality = 901\npurpose = "caseworker"\n'), ["Linje 5: En kommunes egne spørgsmål hører til Min vurdering: »situation«."]),
        (file_of(item(1, "901-a"), top="municipality = 901\n"), []),
    ],
)  # fmt: skip
def test_editions_areas_and_a_municipalitys_own_must_fit_together(content: bytes, said: list[str]) -> None:
    assert faults(content) == said


def test_a_long_file_of_a_hundred_questions_gives_the_right_line() -> None:
    whole = file_of(*(item(number, f"k{number}") for number in range(1, 100)), item(1, "last"))
    assert faults(whole) == [f"Linje {3 + 99 * 8 + 2}: »position« 1 står på to spørgsmål."]


@pytest.mark.requirement("R13")
def test_min_vurdering_asks_the_twenty_and_five_of_them_by_track() -> None:
    text = read(TWENTY)
    assert [len({item.code for item in text.items if item.edition in ("", track)}) for track in ("udd", "job")] == [
        20,
        20,
    ]
    assert sorted({item.position for item in text.items if item.edition}) == [1, 2, 3, 4, 5]
    assert {item.code for item in text.items if item.shielded} == {"indflydelse", "tillid"}


@pytest.mark.requirement("R82")
def test_three_questions_are_about_her_own_capacity_to_act() -> None:
    own = [item for item in read(TWENTY).items if item.position in (16, 17, 18)]
    assert [(item.code, item.area) for item in own] == [(c, "self") for c in ("selvtillid", "modgang", "initiativ")]


def test_no_question_asks_who_she_is() -> None:
    """Nothing shipped asks for or names a trait: sex, origin, faith, diagnosis, sexuality, politics, punishment."""
    for name in ("min-vurdering", "min-trivsel", "sagsbehandlerens-blik"):
        text = read((SHIPPED_FILES / f"{name}.toml").read_bytes())
        said = " ".join(
            part for one in text.items for part in (one.topic, one.question, one.low, one.middle, one.high)
        )
        assert TRAITS.findall(said.lower()) == []
    assert TRAITS.findall("har du en diagnose, og hvor er du født?") == ["diagnose", "født"]


def test_no_item_of_the_caseworker_rates_a_belief_in_her() -> None:
    text = read((SHIPPED_FILES / "sagsbehandlerens-blik.toml").read_bytes())
    assert len({item.indicator for item in text.items}) == len(text.items) == 11
    assert [item.code for item in text.items if re.search(r"\btro(r|en)?\b", item.question.lower())] == []


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
