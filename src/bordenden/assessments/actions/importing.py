"""Imports an instrument file as a published version, whole or not at all; publishing is the same for a draft."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.actions.identity import Earlier, History, Known, Wanted, settle
from bordenden.assessments.actions.reading import BrokenInstrument, Fault, InstrumentText, ItemText, read
from bordenden.assessments.models import Instrument, InstrumentVersion, Item
from bordenden.assessments.words import CODES
from bordenden.audit.actions import Actor, record
from bordenden.foundation.snapshot import writing
from bordenden.people.models import Municipality


@dataclass(frozen=True, slots=True)
class Imported:
    """The version the file holds; `new` is False when the very same file was imported before."""

    version: InstrumentVersion
    new: bool


@transaction.atomic
def import_instrument(*, content: bytes, by: Actor, at: datetime) -> Imported:
    """Publish the version in the file. The same bytes again change nothing. Raises BrokenInstrument, whole."""
    text = read(content)
    instrument = _instrument(text)
    known = InstrumentVersion.objects.filter(instrument=instrument, digest=text.digest).first()
    if known is not None:
        return Imported(known, new=False)
    faults = [*_changes_of_the_published(instrument, text), *_beside_the_draft(instrument, text)]
    if faults:
        raise BrokenInstrument(*faults)
    identities = settled(text, instrument)
    version = InstrumentVersion.objects.create(
        instrument=instrument, number=text.version, intro=text.intro, changes=text.changes, digest=text.digest
    )
    Item.objects.bulk_create(_row(version, item, identities[item.code]) for item in text.items)
    version.published_at = at
    version.save(update_fields=["published_at"])
    # Only the file says whose questions they are; behind the walls an entry is written in its own place.
    with writing(version.municipality_id, by.pk):
        record(act="instrument.publish", by=by, thing=version, at=at)
    return Imported(version, new=True)


def settled(text: InstrumentText, instrument: Instrument) -> dict[str, str]:
    """The identity of each code if the text were published now. Raises BrokenInstrument with each line."""
    wanted = {item.code: Wanted(item.continues, item.shielded) for item in text.items}
    identities, refused = settle(wanted, history_of(instrument))
    if refused:
        index = {item.code: item.index for item in reversed(text.items)}
        raise BrokenInstrument(
            *(Fault(text.line_of("items", index[one.code], one.name), one.reason) for one in refused)
        )
    return identities


def history_of(instrument: Instrument) -> History:
    """What is published of the instrument, and the identities that belong to others. Two queries."""
    published: dict[int, dict[str, Known]] = {}
    items = Item.objects.filter(version__instrument=instrument, version__published_at__isnull=False)
    columns = ("version__number", "code", "identity", "continues", "shielded")
    in_order = items.order_by("-version__number", "position", "edition")
    for number, code, *known in in_order.values_list(*columns):
        published.setdefault(number, {})[code] = Known(*known)
    others = Item.objects.exclude(version__instrument=instrument).exclude(identity="").order_by("identity")
    taken = frozenset(others.values_list("identity", flat=True).distinct())
    return History(tuple(Earlier(number, known) for number, known in published.items()), taken)


def _instrument(text: InstrumentText) -> Instrument:
    """The instrument of that code, locked; begun now when it is the first file of it."""
    place = None
    if text.municipality is not None:
        place = Municipality.objects.filter(pk=text.municipality).first()
        if place is None:
            reason = _("Kommunen med nummer %(number)d kender vi ikke.") % {"number": text.municipality}
            raise BrokenInstrument(Fault(text.line_of("municipality"), reason))
    begun = {"name": text.name, "purpose": text.purpose, "municipality": place}
    Instrument.objects.get_or_create(code=text.code, defaults=begun)
    return Instrument.objects.select_for_update().get(code=text.code)


def _row(version: InstrumentVersion, item: ItemText, identity: str) -> Item:
    return Item(
        version=version,
        code=item.code,
        identity=identity,
        position=item.position,
        area=item.area,
        edition=item.edition,
        topic=item.topic,
        question=item.question,
        low=item.low,
        middle=item.middle,
        high=item.high,
        shielded=item.shielded,
        continues=item.continues,
        indicator=item.indicator,
    )


def _changes_of_the_published(instrument: Instrument, text: InstrumentText) -> list[Fault]:
    """What the file would change of what stands: an old number, another name, another use."""
    published = InstrumentVersion.objects.filter(instrument=instrument, published_at__isnull=False)
    newest = published.order_by("-number").first()
    words = {"code": instrument.code, "name": instrument.name, "common": CODES[text.purpose]}
    faults = []
    if newest is not None and text.version <= newest.number:
        reason = _("Version %(newest)d er udgivet og kan ikke ændres. Skriv version = %(next)d.") % {
            "newest": newest.number,
            "next": newest.number + 1,
        }
        faults.append(Fault(text.line_of("version"), reason))
    if text.name != instrument.name:
        reason = _("Skemaet %(code)s hedder »%(name)s«. Et nyt navn kræver en ny kode.") % words
        faults.append(Fault(text.line_of("name"), reason))
    if (text.purpose, text.municipality) != (instrument.purpose, instrument.municipality_id):
        reason = _("Skemaet %(code)s er til noget andet. En ny brug kræver en ny kode.") % words
        faults.append(Fault(text.line_of("purpose"), reason))
    elif text.municipality is None and text.code != words["common"]:
        reason = _("Det fælles skema til det formål har koden %(common)s.") % words
        faults.append(Fault(text.line_of("code"), reason))
    return faults


def _beside_the_draft(instrument: Instrument, text: InstrumentText) -> list[Fault]:
    if not InstrumentVersion.objects.filter(instrument=instrument, published_at__isnull=True).exists():
        return []
    reason = _("Skemaet har en kladde. Udgiv den, eller kassér den, før en fil bliver udgivet.")
    return [Fault(text.line_of("version"), reason)]
