"""Imports an instrument file as a published version, whole or not at all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.actions.reading import BrokenInstrument, Fault, InstrumentText, read
from bordenden.assessments.models import Instrument, InstrumentVersion, Item
from bordenden.audit.actions import Actor, record


@dataclass(frozen=True, slots=True)
class Imported:
    """The version the file holds; `new` is False when the very same file was imported before."""

    version: InstrumentVersion
    new: bool


@transaction.atomic
def import_instrument(*, content: bytes, by: Actor, at: datetime) -> Imported:
    """Publish the version in the file. The same bytes again change nothing. Raises BrokenInstrument, whole."""
    text = read(content)
    Instrument.objects.get_or_create(code=text.code, defaults={"name": text.name})
    instrument = Instrument.objects.select_for_update().get(code=text.code)
    known = InstrumentVersion.objects.filter(instrument=instrument, digest=text.digest).first()
    if known is not None:
        return Imported(known, new=False)
    _refuse_a_change_of_the_published(instrument, text)
    version = InstrumentVersion.objects.create(
        instrument=instrument, number=text.version, intro=text.intro, digest=text.digest
    )
    Item.objects.bulk_create(
        Item(
            version=version,
            code=item.code,
            identity=item.code,
            position=item.position,
            topic=item.topic,
            question=item.question,
            low=item.low,
            middle=item.middle,
            high=item.high,
        )
        for item in text.items
    )
    version.published_at = at
    version.save(update_fields=["published_at"])
    record(act="instrument.publish", by=by, thing=version, at=at)
    return Imported(version, new=True)


def _refuse_a_change_of_the_published(instrument: Instrument, text: InstrumentText) -> None:
    newest = InstrumentVersion.objects.filter(instrument=instrument).order_by("-number").first()
    if newest is not None and text.version <= newest.number:
        reason = _("Version %(newest)d er udgivet og kan ikke ændres. Skriv version = %(next)d.") % {
            "newest": newest.number,
            "next": newest.number + 1,
        }
        raise BrokenInstrument(Fault(text.version_line, reason))
    if text.name != instrument.name:
        reason = _("Skemaet %(code)s hedder »%(name)s«. Et nyt navn kræver en ny kode.") % {
            "code": instrument.code,
            "name": instrument.name,
        }
        raise BrokenInstrument(Fault(text.name_line, reason))
