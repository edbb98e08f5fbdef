"""A file becomes a published version once; a published version is never changed."""

import pytest

from bordenden.assessments import queries
from bordenden.assessments.actions import BrokenInstrument, import_instrument, start
from bordenden.assessments.models import Instrument, InstrumentVersion, Item
from bordenden.audit.models import Entry
from bordenden.pathways.models import Enrolment
from tests.assessments.files import SHIPPED, SMALL, TWENTY, changed
from tests.cast import MONDAY, Cast


def test_the_shipped_file_is_published_with_five_questions(cast: Cast) -> None:
    imported = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY)
    version = InstrumentVersion.objects.get()
    assert (imported.version, imported.new) == (version, True)
    assert (version.instrument.code, version.number, version.published_at) == ("min-vurdering", 1, MONDAY)
    assert [(item.position, item.topic) for item in version.items.order_by("position")] == [
        (1, "Job eller uddannelse"),
        (2, "Helbred"),
        (3, "Kræfter og koncentration"),
        (4, "Venner og netværk"),
        (5, "Selvtillid"),
    ]
    assert Entry.objects.filter(act="instrument.publish", actor=cast.stine.pk, thing=version.pk).count() == 1


def test_the_same_bytes_again_are_a_no_op_known_by_their_digest(cast: Cast) -> None:
    first = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY)
    entries = Entry.objects.count()
    again = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY)
    assert (again.version, again.new) == (first.version, False)
    assert (InstrumentVersion.objects.count(), Item.objects.count(), Entry.objects.count()) == (1, 5, entries)


def test_one_changed_word_under_the_same_number_is_refused_naming_the_line(cast: Cast) -> None:
    import_instrument(content=SMALL.encode(), by=cast.stine, at=MONDAY)
    with pytest.raises(BrokenInstrument) as refused:
        import_instrument(content=changed('low = "Ingen"', 'low = "Slet ingen"'), by=cast.stine, at=MONDAY)
    assert str(refused.value) == "Linje 3: Version 1 er udgivet og kan ikke ændres. Skriv version = 2."
    assert Item.objects.get(code="venner").low == "Ingen"


def test_a_higher_number_is_a_new_version_and_the_old_one_stands(cast: Cast) -> None:
    import_instrument(content=SMALL.encode(), by=cast.stine, at=MONDAY)
    newer = SMALL.replace('low = "Ingen"', 'low = "Slet ingen"').replace("version = 1", "version = 2")
    imported = import_instrument(content=newer.encode(), by=cast.stine, at=MONDAY)
    assert imported.version.number == 2
    lows = Item.objects.filter(code="venner").order_by("version__number").values_list("low", flat=True)
    assert list(lows) == ["Ingen", "Slet ingen"]
    assert Instrument.objects.count() == 1


def test_another_name_under_a_known_code_is_refused(cast: Cast) -> None:
    import_instrument(content=SMALL.encode(), by=cast.stine, at=MONDAY)
    renamed = SMALL.replace('name = "Min vurdering"', 'name = "Din vurdering"').replace("version = 1", "version = 2")
    with pytest.raises(BrokenInstrument) as refused:
        import_instrument(content=renamed.encode(), by=cast.stine, at=MONDAY)
    assert str(refused.value) == (
        "Linje 2: Skemaet min-vurdering hedder »Min vurdering«. Et nyt navn kræver en ny kode."
    )


def test_a_broken_file_leaves_nothing_behind(cast: Cast) -> None:
    with pytest.raises(BrokenInstrument):
        import_instrument(content=changed("position = 2", "position = 1"), by=cast.stine, at=MONDAY)
    assert (Instrument.objects.count(), InstrumentVersion.objects.count(), Item.objects.count()) == (0, 0, 0)


@pytest.mark.requirement("R13")
def test_the_questions_of_a_sheet_follow_the_track_of_her_course(cast: Cast) -> None:
    import_instrument(content=TWENTY, by=cast.stine, at=MONDAY)
    Enrolment.objects.filter(table=cast.karims_table).update(track="udd")
    asked = {
        who: queries.asked(sheet=start(table=table, by=person, at=MONDAY))[0].question
        for who, table, person in (
            ("Amina", cast.aminas_table, cast.amina),
            ("Karim", cast.karims_table, cast.karim),
        )
    }
    assert asked == {
        "Amina": "Ved du, hvilken slags job du gerne vil have?",
        "Karim": "Ved du, hvilken uddannelse du gerne vil tage?",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (changed('code = "min-vurdering"', 'code = "mit-skema"'), "Linje 1: Det fælles skema til det formål har koden min-vurdering."),
        (changed("version = 1", "version = 1\nmunicipality = 999").replace(b'"helbred"', b'"999-helbred"').replace(b'"venner"', b'"999-venner"'), "Linje 4: Kommunen med nummer 999 kender vi ikke."),
    ],
)  # fmt: skip
def test_what_belongs_to_nobody_is_refused(cast: Cast, content: bytes, said: str) -> None:
    with pytest.raises(BrokenInstrument) as refused:
        import_instrument(content=content, by=cast.stine, at=MONDAY)
    assert str(refused.value) == said
    assert not Instrument.objects.exists()


def test_a_municipalitys_file_stands_beside_the_core_and_its_use_never_changes(cast: Cast) -> None:
    own = SMALL.replace('code = "min-vurdering"', 'code = "901-egne"').replace(
        "version = 1", "version = 1\nmunicipality = 901"
    )
    own = own.replace('"helbred"', '"901-helbred"').replace('"venner"', '"901-venner"')
    version = import_instrument(content=own.encode(), by=cast.lis, at=MONDAY).version
    assert (version.instrument.municipality, version.municipality_id) == (cast.fjordby, 901)
    assert {item.area for item in version.items.order_by("pk")} == {"local"}
    again = own.replace("version = 1", "version = 2").replace("municipality = 901", "").replace("901-", "")
    with pytest.raises(BrokenInstrument, match="er til noget andet"):
        import_instrument(content=again.replace('"egne"', '"901-egne"').encode(), by=cast.lis, at=MONDAY)
