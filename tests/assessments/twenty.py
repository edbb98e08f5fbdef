"""A made-up instrument for tests: eight questions, of which one is for each track and two are shielded."""

from datetime import datetime

from bordenden.assessments.models import Instrument, InstrumentVersion, Item, Recording
from bordenden.assessments.words import MIN_TRIVSEL, MIN_VURDERING, Area, Purpose

NOTHING = ""
# code, edition, shielded
CODES = (
    ("arbejde", "job", False),
    ("arbejde", "udd", False),
    ("soevn", NOTHING, False),
    ("kraefter", NOTHING, False),
    ("venner", NOTHING, False),
    ("oekonomi", NOTHING, False),
    ("bolig", NOTHING, False),
    ("indflydelse", NOTHING, True),
    ("tillid", NOTHING, True),
)
SHIELDED_WORDS = ("Indflydelse", "Tillid")


def publish(
    *,
    at: datetime,
    code: str = MIN_VURDERING,
    number: int = 1,
    heard: tuple[str, ...] = (),
    sound: bytes = b"a made-up sound",
) -> InstrumentVersion:
    """A version with questions for both tracks, published; those `heard` have a made-up sound."""
    instrument, _made = Instrument.objects.get_or_create(code=code, defaults={"name": "Min vurdering"})
    version = InstrumentVersion.objects.create(instrument=instrument, number=number, digest=f"{code}{number}")
    for position, (name, edition, shielded) in enumerate(CODES, start=1):
        _item(version, position, name, edition=edition, shielded=shielded)
    for name in heard:
        kind = "audio/wav" if sound.startswith(b"RIFF") else "audio/mpeg"
        Recording.objects.create(item=named(version, name), content=sound, media_type=kind, artificial=True)
    return _published(version, at)


def publish_wellbeing(*, at: datetime) -> InstrumentVersion:
    """Five questions about how she is."""
    instrument = Instrument.objects.create(code=MIN_TRIVSEL, name="Min trivsel", purpose=Purpose.WELLBEING)
    version = InstrumentVersion.objects.create(instrument=instrument, number=1, digest=MIN_TRIVSEL)
    for position in range(1, 6):
        _item(version, position, f"trivsel-{position}")
    return _published(version, at)


def _item(version: InstrumentVersion, position: int, code: str, *, edition: str = "", shielded: bool = False) -> None:
    Item.objects.create(
        version=version,
        code=code,
        identity=code,
        position=position,
        area=Area.SELF,
        edition=edition,
        topic=code.capitalize(),
        question=f"Hvordan går det med {code}?",
        low="Det går slet ikke",
        middle="Det går nogenlunde",
        high="Det går godt",
        shielded=shielded,
    )


def _published(version: InstrumentVersion, at: datetime) -> InstrumentVersion:
    version.published_at = at
    version.save(update_fields=["published_at"])
    return version


def named(version: InstrumentVersion, code: str, edition: str = "") -> Item:
    """The question with that code."""
    return Item.objects.get(version=version, code=code, edition=edition)
