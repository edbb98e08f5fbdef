"""The national starter set: every item of the seed, in its area, with its attributes; imported whole or not at all."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.html import escape

from bordenden.offers import actions, queries
from bordenden.offers.actions import SHIPPED, BrokenStarter, Imported
from bordenden.offers.models import Catalogue, Material, Offer
from bordenden.offers.words import Area, OfferKind, ProviderKind
from tests.cast import MONDAY, Cast, client_of
from tests.house.office_words import NOT_TO_HER
from tests.house.test_plain_danish import HIGHEST_LIX, LONGEST_SENTENCE
from tests.offers.kept import WALK, begun
from tools import readability

EMPLOYMENT, EDUCATION, SOCIAL, HEALTH = Area

# The row, the items that cover it, their area, and what is true of each of them.
COVERED: list[Any] = [
    pytest.param(codes, area, true, id=row)
    for row, codes, area, true in (
        ("R134", ("praktik-natur", "praktik-byggeri", "praktik-omsorg", "virksomhedscenter"), EMPLOYMENT, {}),
        ("R135", ("brobygning", "snuseforloeb"), EDUCATION, {}),
        (
            "R136",
            ("laese-skrive-regne",),
            EDUCATION,
            {"end_criterion": "Du læser, skriver og regner som efter 9. klasse."},
        ),
        ("R137", ("uddannelsesvejledning", "uu-center"), EDUCATION, {"category": "guidance"}),
        ("R138", ("sundhedssamtaler",), HEALTH, {"provider": "Kommunens sundhedskoordinator"}),
        ("R139", ("leve-med-smerter", "uro-og-tunge-tanker"), HEALTH, {"discreet": True}),
        ("R140", ("socialpsykiatri",), HEALTH, {"discreet": True}),
        ("R141", ("soevn-mad-bevaegelse", "traening-paa-hold"), HEALTH, {"in_a_group": True}),
        ("R142", ("stoette-hjemme", "kontaktperson"), SOCIAL, {"category": "everyday"}),
        (
            "R143",
            ("familieraadgivning", "foraeldrekursus", "stoetteperson-barn", "skole-og-institution"),
            SOCIAL,
            {"for_families": True},
        ),
        ("R144", ("alkohol-og-stoffer", "raad-om-alkohol-og-stoffer"), SOCIAL, {"discreet": True}),
        ("R145", ("uden-bolig", "tryg-bolig", "studiebolig"), SOCIAL, {"category": "housing"}),
        ("R146", ("gaeld", "budget"), SOCIAL, {"category": "economy"}),
        (
            "R147",
            ("besoegsven", "forening-og-sport", "frivillig"),
            SOCIAL,
            {"provider_kind": ProviderKind.CIVIL, "category": "network"},
        ),
    )
]


def shipped(cast: Cast) -> Imported:
    return actions.import_starter(content=SHIPPED.read_bytes(), by=cast.stine, at=MONDAY)


@pytest.mark.requirement(
    "R134", "R135", "R136", "R137", "R138", "R139", "R140", "R141", "R142", "R143", "R144", "R145", "R146", "R147"
)
@pytest.mark.parametrize(("codes", "area", "true"), COVERED)
def test_each_item_of_the_seed_stands_in_the_catalogue_a_citizen_reads(
    cast: Cast, codes: tuple[str, ...], area: Area, true: dict[str, object]
) -> None:
    """Copied, filled in and published by Fjordby: then it is among what Amina's municipality shows her."""
    shipped(cast)
    catalogue = begun(cast)
    actions.copy_starters(catalogue=catalogue, codes=None, by=cast.lis, at=MONDAY)
    Offer.objects.filter(municipality=cast.fjordby).update(
        place=WALK.place,
        times=WALK.times,
        cost=WALK.cost,
        contact_name=WALK.contact_name,
        contact_phone=WALK.contact_phone,
        contact_hours=WALK.contact_hours,
    )
    mine = queries.in_catalogue(municipality=cast.fjordby)
    mine.exclude(starter__in=codes).update(published_at=MONDAY)
    for offer in mine.filter(starter__in=codes):
        actions.publish(offer=offer, by=cast.lis, at=MONDAY)
    actions.open_catalogue(catalogue=catalogue, by=cast.lis, at=MONDAY)
    shown = {offer.starter: offer for offer in queries.published(municipality=cast.amina.municipality, at=MONDAY)}
    assert [shown[code].area for code in codes] == [area] * len(codes)
    amina = client_of(cast.amina)
    for code in codes:
        assert {name: getattr(shown[code], name) for name in true} == true
        page = amina.get(reverse("offer", args=[cast.aminas_table.pk, shown[code].pk])).content.decode()
        assert f"<h1>{escape(shown[code].name)}</h1>" in page
        assert escape(shown[code].end_criterion) in page


def test_two_of_them_are_people(cast: Cast) -> None:
    shipped(cast)
    people = queries.starter_items().filter(kind=OfferKind.PERSON)
    assert {"social-mentor", "virksomhedskonsulent"} <= {offer.starter for offer in people}


def test_its_words_are_hers_and_no_label_on_anybody(cast: Cast) -> None:
    shipped(cast)
    office = {word for word in NOT_TO_HER if not word.endswith("*")}
    stems = tuple(word.removesuffix("*") for word in NOT_TO_HER if word.endswith("*"))
    texts = [f"{one.name} {one.about} {one.for_whom} {one.end_criterion}" for one in queries.starter_items()]
    texts += [f"{one.title} {one.text}" for one in Material.objects.order_by("pk")]
    said = {word.strip(".,?!:»«").lower() for text in texts for word in text.split()}
    assert {word for word in said if word in office or word.startswith(stems)} == set()


def test_every_item_is_plain_to_read(cast: Cast) -> None:
    shipped(cast)
    texts = {one.starter: [one.about, one.for_whom] for one in queries.starter_items()}
    texts |= {one.starter: one.text.split("\n\n") for one in Material.objects.order_by("pk")}
    found = {code: readability.read(parts) for code, parts in texts.items()}
    assert {code: one.longest for code, one in found.items() if one.longest_words > LONGEST_SENTENCE} == {}
    assert {code: one.lix for code, one in found.items() if one.lix > HIGHEST_LIX} == {}


def test_imported_again_nothing_changes(cast: Cast) -> None:
    first, again = shipped(cast), shipped(cast)
    assert (first.new, again) == (first.new, Imported(same=first.new))
    assert first.new == Offer.objects.count() + Material.objects.count()


def test_a_new_word_in_the_file_is_brought_up_and_copies_are_left_alone(cast: Cast) -> None:
    shipped(cast)
    actions.copy_starters(catalogue=begun(cast), codes=["gaeld"], by=cast.lis, at=MONDAY)
    content = SHIPPED.read_text(encoding="utf-8").replace('name = "Hjælp med gæld"', 'name = "Få hjælp til din gæld"')
    assert actions.import_starter(content=content.encode(), by=cast.stine, at=MONDAY).changed == 1
    assert [one.name for one in Offer.objects.filter(starter="gaeld").order_by("municipality")] in (
        ["Få hjælp til din gæld", "Hjælp med gæld"],
        ["Hjælp med gæld", "Få hjælp til din gæld"],
    )
    assert Offer.objects.get(starter="gaeld", municipality=None).name == "Få hjælp til din gæld"


def test_one_by_one_or_all_at_once_and_never_twice(cast: Cast) -> None:
    shipped(cast)
    catalogue = begun(cast)
    whole = queries.starter_items().count()
    came = [
        actions.copy_starters(catalogue=catalogue, codes=codes, by=cast.lis, at=MONDAY)
        for codes in (["gaeld"], ["gaeld", "budget", "findes-ikke"], None, None)
    ]
    assert came == [1, 1, whole - 2, 0]
    assert queries.missing_starters(municipality=cast.fjordby).count() == 0


ONE = '''[[offers]]
code = "tur"
area = "health"
category = "body"
name = "En tur"
about = """
name = "ikke et felt"
I går."""
for_whom = "Alle"
provider = "Huset"
department = "health"
legal_basis = "§ 119"
'''


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (lambda text: text.replace('"health"\ncat', '"skov"\ncat'), 3, "»area« skal være et af disse"),
        (lambda text: text.replace('"body"', '"housing"'), 4, "»category« skal være et af disse"),
        (lambda text: text.replace('"En tur"', "7"), 5, "»name« skal være en tekst"),
        (lambda text: text + "discreet = 1\n", 13, "»discreet« skal være true eller false"),
        (lambda text: text + 'pris = "0"\n', 13, "»pris« kender vi ikke"),
        (lambda text: text + "\n" + text, 15, "»tur« er brugt før"),
        (lambda text: text.replace('code = "tur"\n', ""), 1, "»code« mangler"),
        (lambda text: text.replace('"tur"', '"En Tur"'), 2, "små bogstaver"),
        (lambda text: text.replace('"§ 119"', '"§ 119'), 12, "ikke gyldig TOML"),
        (lambda text: "", 1, "ingen tilbud"),
    ],
)
def test_a_fault_is_named_by_its_line_and_nothing_is_imported(
    cast: Cast, change: Callable[[str], str], line: int, words: str
) -> None:
    with pytest.raises(BrokenStarter) as told:
        actions.import_starter(content=change(ONE).encode(), by=cast.stine, at=MONDAY)
    assert (told.value.faults[0].line, words in told.value.faults[0].reason) == (line, True), told.value
    assert not Offer.objects.exists()
    assert actions.import_starter(content=ONE.encode(), by=cast.stine, at=MONDAY).new == 1


def test_the_command_begins_a_catalogue_in_every_municipality_once(cast: Cast, tmp_path: Path) -> None:
    for words in ("nye, 0 ændret, 0 som før", "0 nye, 0 ændret"):
        said = StringIO()
        call_command("catalogue", stdout=said)
        assert words in said.getvalue()
    assert set(Catalogue.objects.values_list("municipality", flat=True)) == {901, 902}
    broken = tmp_path / "mine.toml"
    broken.write_text(ONE.replace('"body"', '"housing"'), encoding="utf-8")
    with pytest.raises(CommandError, match="Linje 4"):
        call_command("catalogue", str(broken))
    with pytest.raises(CommandError, match="kan ikke læses"):
        call_command("catalogue", str(tmp_path / "findes-ikke.toml"))
