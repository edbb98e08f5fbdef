"""Made-up histories for tests: versions whose questions go on from one another, and finished rounds on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bordenden.assessments.models import Answer, Instrument, InstrumentVersion, Item, Sheet
from bordenden.assessments.words import MIN_TRIVSEL, MIN_VURDERING, AnswerKind, Area, Purpose, Sharing
from bordenden.pathways.models import Table

CODES = {Purpose.SITUATION: MIN_VURDERING, Purpose.WELLBEING: MIN_TRIVSEL}
AREAS = (Area.WORK, Area.HEALTH, Area.EVERYDAY, Area.SELF, Area.COOPERATION)
# How many of the twenty belong to each area (domain.md 1); the last two are shielded.
TWENTY = (5, 4, 6, 3, 2)


@dataclass(frozen=True)
class Asked:
    """A question of a version: its name there, and what it has been called all along."""

    code: str
    identity: str = ""
    area: Area = Area.SELF
    shielded: bool = False
    topic: str = ""
    words: str = "ord"
    edition: str = ""

    def item(self, version: InstrumentVersion, position: int) -> Item:
        """The row."""
        return Item(
            version=version,
            position=position,
            code=self.code,
            identity=self.identity or self.code,
            area=self.area,
            shielded=self.shielded,
            edition=self.edition,
            topic=self.topic or self.code.capitalize(),
            question=f"Hvordan går det med {self.code}?",
            low=f"{self.words}: det fylder alt",
            middle=f"{self.words}: det går op og ned",
            high=f"{self.words}: det er godt",
        )


def twenty(words: str = "ord") -> list[Asked]:
    """Twenty questions in five areas, the two last of them shielded."""
    areas = [area for area, many in zip(AREAS, TWENTY, strict=True) for _ in range(many)]
    asked = [Asked(f"emne-{number}", area=area, words=words) for number, area in enumerate(areas, start=1)]
    return [*asked[:18], *(replace(one, shielded=True) for one in asked[18:])]


def published(
    questions: Iterable[Asked], *, number: int, at: datetime, purpose: Purpose = Purpose.SITUATION, **of: Any
) -> InstrumentVersion:
    """A published version with these questions in this order."""
    code = of.pop("code", CODES[purpose])
    instrument, _new = Instrument.objects.get_or_create(code=code, defaults={"name": code, "purpose": purpose, **of})
    version = InstrumentVersion.objects.create(instrument=instrument, number=number, digest=f"{number:064}")
    Item.objects.bulk_create(one.item(version, place) for place, one in enumerate(questions, start=1))
    version.published_at = at
    version.save()
    return version


def a_round(
    table: Table,
    version: InstrumentVersion,
    said: Mapping[str, int | AnswerKind],
    *,
    at: datetime,
    sharing: Sharing = Sharing.KEPT,
    **of: Any,
) -> Sheet:
    """A finished round: a number, skipped or declined for each question by its code."""
    sheet = Sheet.objects.create(
        **{
            "table": table,
            "municipality_id": table.municipality_id,
            "version": version,
            "purpose": version.instrument.purpose,
            "started_at": at,
            "finished_at": at,
            "sharing": sharing,
            **of,
        }
    )
    local = of.get("local_version")
    items = Item.objects.filter(version__in=[version, local] if local else [version])
    if sheet.edition:
        items = items.filter(edition__in=["", sheet.edition])
    Answer.objects.bulk_create(
        Answer(
            table=table,
            municipality_id=table.municipality_id,
            sheet=sheet,
            item=item,
            kind=AnswerKind.RATED if isinstance(said[item.code], int) else said[item.code],
            value=said[item.code] if isinstance(said[item.code], int) else None,
            answered_at=at,
        )
        for item in items
        if item.code in said
    )
    return sheet
