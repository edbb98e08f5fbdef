"""Questions of Fjordby's own, still a draft: Lis wrote them and has begun to try them. All of it is made up."""

from datetime import timedelta

from bordenden.assessments import actions, queries
from bordenden.assessments.actions import ItemSaid, Wording
from bordenden.assessments.words import Area
from bordenden.worlds.cast.people import Cast

QUESTIONS = (
    Wording(
        "At komme omkring",
        "Kan du komme derhen, hvor du skal?",
        "Nej, det er svært",
        "Ja, men det tager lang tid",
        "Ja, uden besvær",
    ),
    Wording(
        "Steder i Fjordby",
        "Er der et sted i Fjordby, hvor du hører til?",
        "Nej, ikke endnu",
        "Ja, et enkelt",
        "Ja, flere",
    ),
)
DAYS_AGO = timedelta(days=3)


def build_instruments(cast: Cast) -> None:
    """A draft beside Min vurdering, and one remark on it."""
    at = cast.at - DAYS_AGO
    instrument = actions.begin_local(project=cast.project, by=cast.lis, at=at)
    draft = actions.begin_draft(instrument=instrument, by=cast.lis, at=at)
    for wording in QUESTIONS:
        actions.add_item(draft=draft, said=ItemSaid(wording, area=Area.LOCAL), by=cast.lis, at=at)
    run = actions.begin_run(draft=draft, by=cast.lis, at=at)
    first = queries.items_in(version=draft, edition="")[0]
    words = "Skal jeg tænke på bussen eller på benene?"
    actions.remark(run=run, code=first.code, clear=False, words=words, by=cast.lis, at=at)
