"""Which question goes on from which: a question keeps its curve over versions, and no mapping leads astray."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordenden.assessments.actions import BrokenInstrument, import_instrument
from bordenden.assessments.actions.identity import Earlier, History, Known, Wanted, settle
from bordenden.assessments.models import InstrumentVersion, Item
from tests.assessments.files import SHIPPED, SHIPPED_FILES, SMALL, TWENTY
from tests.cast import MONDAY, Cast

CODES = st.sampled_from("abcdef")
VERSION = st.dictionaries(CODES, st.builds(Wanted, st.just("") | CODES, st.booleans()), min_size=1, max_size=4)


def text(version: int, *items: str) -> bytes:
    """A version of Min vurdering; an item is "code", or "code<other" when it continues the other."""
    lines = ['code = "min-vurdering"', 'name = "Min vurdering"', f"version = {version}"]
    for place, item in enumerate(items, start=1):
        code, _, goes_on = item.partition("<")
        lines += ["[[items]]", f"position = {place}", f'code = "{code}"', 'topic = "T"', f'question = "{code}?"']
        lines += ['low = "0"', 'middle = "5"', 'high = "10"']
        lines += [f'continues = "{goes_on}"'] if goes_on else []
    return "\n".join(lines).encode()


def publish(cast: Cast, *versions: bytes) -> InstrumentVersion:
    """All of them, one after the other; the last one."""
    return [import_instrument(content=one, by=cast.stine, at=MONDAY).version for one in versions][-1]


def identities(version: InstrumentVersion) -> dict[str, str]:
    return dict(version.items.order_by("position").values_list("code", "identity"))


def test_a_question_under_a_new_name_keeps_its_identity_for_good(cast: Cast) -> None:
    third = publish(cast, text(1, "soevn", "bolig"), text(2, "nattero<soevn", "bolig"), text(3, "nattero", "hvile"))
    assert identities(third) == {"nattero": "soevn", "hvile": "hvile"}
    assert identities(InstrumentVersion.objects.get(number=2)) == {"nattero": "soevn", "bolig": "bolig"}


def test_a_question_that_was_away_for_a_version_takes_up_its_curve_again(cast: Cast) -> None:
    third = publish(cast, text(1, "soevn", "bolig"), text(2, "bolig"), text(3, "bolig", "soevn"))
    assert identities(third) == {"bolig": "bolig", "soevn": "soevn"}


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ((text(1, "a", "b"), text(2, "a<b", "b<a")), ["Linje 12: »continues« går i ring: a → b → a.", "Linje 21: »continues« går i ring: b → a → b."]),
        ((text(1, "a"), text(2, "a<a")), ["Linje 12: »continues« går i ring: a → a."]),
        ((text(1, "a"), text(2, "b<a"), text(3, "a<b")), ["Linje 12: »continues« går i ring: a → b → a."]),
        ((text(1, "a"), text(2, "b<a"), text(3, "c<b"), text(4, "a<c")), ["Linje 12: »continues« går i ring: a → c → b → a."]),
        ((text(1, "a"), text(2, "b<x")), ["Linje 12: »x« er ikke en kode i en tidligere udgivet version af skemaet."]),
        ((text(1, "a"), text(2, "a", "b<a")), ["Linje 20: »a« er selv et spørgsmål her. Det kan kun fortsætte et, der er gået ud."]),
        ((text(1, "a"), text(2, "b<a", "c<a")), ["Linje 21: »a« fortsættes allerede af »b«."]),
        ((text(1, "a"), text(2, "b<a"), text(3, "a", "b")), ["Linje 14: »b« ville ligge på samme kurve som »a«. Giv spørgsmålet en ny kode."]),
        ((text(1, "a", "b"), text(2, "b"), text(3, "b<a")), ["Linje 12: »b« har allerede sin egen kurve. Giv spørgsmålet en ny kode."]),
    ],
)  # fmt: skip
def test_a_mapping_that_leads_astray_is_refused_whole(
    cast: Cast, versions: tuple[bytes, ...], said: list[str]
) -> None:
    *good, bad = versions
    publish(cast, *good)
    before = InstrumentVersion.objects.count(), Item.objects.count()
    with pytest.raises(BrokenInstrument) as refused:
        publish(cast, bad)
    assert [str(fault) for fault in refused.value.faults] == said
    assert (InstrumentVersion.objects.count(), Item.objects.count()) == before


def test_what_was_shielded_is_shielded_for_good(cast: Cast) -> None:
    publish(cast, SHIPPED, TWENTY)
    bare = TWENTY.replace(b"version = 2", b"version = 3").replace(b"shielded = true\n", b"", 1)
    with pytest.raises(BrokenInstrument) as refused:
        publish(cast, bare)
    assert [fault.reason for fault in refused.value.faults] == [
        "Spørgsmålet er skærmet i version 2, og det bliver det ved med at være."
    ]


def test_a_code_of_another_instrument_is_not_taken(cast: Cast) -> None:
    publish(cast, SMALL.encode())
    other = (SHIPPED_FILES / "sagsbehandlerens-blik.toml").read_text().replace("blik-helbred", "helbred")
    with pytest.raises(BrokenInstrument, match="allerede brugt om noget andet"):
        publish(cast, other.encode())


def test_the_five_of_version_1_go_on_among_the_twenty(cast: Cast) -> None:
    first, second = publish(cast, SHIPPED), publish(cast, TWENTY)
    assert set(identities(first).values()) <= set(identities(second).values())
    assert len(set(identities(second).values())) == 20


@given(st.lists(VERSION, min_size=1, max_size=6))
def test_identities_are_unique_in_a_version_and_never_change_whatever_is_tried(
    tried: list[dict[str, Wanted]],
) -> None:
    history = History()
    for wanted in tried:
        found, refused = settle(wanted, history)
        if refused:
            continue
        assert set(found) == set(wanted)
        assert len(set(found.values())) == len(found)
        for code, identity in found.items():
            newest = history.newest(wanted[code].continues or code)
            assert identity == (newest[1].identity if newest else code)
            same = history.newest(code)
            assert same is None or same[1].identity == identity
            assert wanted[code].shielded or history.shielded_in(identity) is None
        known = {code: Known(found[code], one.continues, one.shielded) for code, one in wanted.items()}
        history = History((Earlier(len(history.versions) + 1, known), *history.versions))
    roots = {one.identity for version in history.versions for one in version.items.values()}
    born = {code for version in history.versions for code in version.items}
    assert roots <= born


@given(st.lists(VERSION, min_size=1, max_size=6))
def test_no_mapping_that_is_taken_leads_back_to_its_own_name(tried: list[dict[str, Wanted]]) -> None:
    history = History()
    for wanted in tried:
        _found, refused = settle(wanted, history)
        if not refused:
            known = {code: Known(_found[code], one.continues, one.shielded) for code, one in wanted.items()}
            history = History((Earlier(len(history.versions) + 1, known), *history.versions))
    arrows = [
        (version.number, code, one.continues)
        for version in history.versions
        for code, one in version.items.items()
        if one.continues
    ]
    for number, code, goes_on in arrows:
        seen, here, before = [code], goes_on, number
        while here:
            assert here not in seen
            seen.append(here)
            older = [(n, to) for n, frm, to in arrows if frm == here and n < before]
            before, here = max(older) if older else (0, "")
