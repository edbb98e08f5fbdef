"""What Amina lets others see of her development: she kept her first round and sent Bo the later ones. Made up."""

from datetime import timedelta

from bordenden.assessments import actions
from bordenden.assessments.queries import finished_sheets
from bordenden.worlds.cast.people import Cast

SENT = timedelta(days=13)


def build_development(cast: Cast) -> None:
    """The first round is hers alone; the later ones she sends when Bo has come."""
    *later, _first = finished_sheets(table=cast.aminas_table)
    for sheet in later:
        actions.send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=cast.at - SENT)
