"""Half a year of contact: Birthe's, then Bo's; a correction; an absence met with a call; copies. All made up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, CopyFormat, Direction, Initiator, Outcome, Place, Topic, Urgency
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.worlds.cast.people import Cast

IN, OUT = Direction.IN, Direction.OUT
PHONE, MEETING, TEXT, LETTER, VISIT = Channel
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Had:
    """A contact `days` before the story's moment, `hours` after ten in the morning; what is None is as usual."""

    days: int
    hours: float
    channel: Channel
    direction: Direction
    summary: str
    citizen_view: str = ""
    outcome: Outcome | None = None
    place: Place | None = None
    minutes: int | None = None
    initiator: Initiator | None = None
    topics: tuple[Topic, ...] = ()
    urgency: Urgency = Urgency.NONE


# fmt: off
_BIRTHE = (
    Had(186, 0, MEETING, OUT, "Vi lærte hinanden at kende. Amina fortalte om sine børn og om det, hun drømmer om.",
        "Jeg vil gerne i gang, men ikke for hurtigt.", minutes=60, topics=(Topic.PLAN, Topic.FAMILY)),
    Had(176, 1, PHONE, OUT, "Aftalte at ses igen, når skolestarten er på plads.", "Det er bedst om formiddagen."),
    Had(160, .5, LETTER, OUT, "Sendte Amina en kopi af det, vi aftalte om forløbet."),
    Had(151, 2, PHONE, IN, "Amina spurgte, hvad brevet betød. Vi gik det igennem sammen.", "Nu forstår jeg det."),
    Had(132, 0, MEETING, OUT, "Gåtur ved havnen. Talte om søvn og om at være sammen med børn.",
        "Det er lettere at tale, når vi går.", place=Place.OUTDOORS, topics=(Topic.HEALTH, Topic.WORK)),
    Had(110, 1, PHONE, OUT, "Ringede som aftalt.", outcome=Outcome.NO_ANSWER),
    Had(109, 3, TEXT, IN, "Amina skrev, at hendes yngste var syg, og at hun ringer i morgen."),
    Had(108, .5, PHONE, IN, "Amina ringede. Vi flyttede mødet en uge.", "Tak, fordi det kan flyttes."),
    Had(74, 0, MEETING, OUT, "Talte om en mentor. Amina vil gerne møde Mie.", "En, der har prøvet det selv.", topics=(Topic.FAMILY,)),
    Had(38, 1, MEETING, OUT, "Sagde, at Bo tager over. Gik planen igennem alle tre.",
        "Jeg er ked af, at du stopper. Jeg vil gerne hilse på Bo først.", minutes=50, topics=(Topic.PLAN,)),
)
_BO = (
    Had(27, 0, VISIT, OUT, "Hilste på hjemme hos Amina. Hun viste mig sine tegninger.",
        "Det var rart, at du kom hjem til mig.", minutes=45, topics=(Topic.EVERYDAY,)),
    Had(16, 0, MEETING, OUT, "Vi havde en aftale kl. 10.", outcome=Outcome.ABSENT),
    Had(16, 1, PHONE, OUT, "Ringede for at høre, hvordan Amina har det. Hun havde ikke sovet. Vi ses i næste uge i stedet.",
        "Jeg troede, du var sur. Det var godt, du ringede.", minutes=20, topics=(Topic.HEALTH,)),
    Had(9, 1, MEETING, IN, "Amina ville tale om praktik i en børnehave. Vi fandt to steder, hun kan besøge.",
        "Jeg vil helst se stedet, før jeg siger ja.", initiator=Initiator.CITIZEN, topics=(Topic.WORK,)),
    Had(3, 2, TEXT, IN, "Amina skrev, at hun har valgt den lille børnehave, og spurgte, hvornår de kan ses.", topics=(Topic.WORK,), urgency=Urgency.PLACEMENT_FOUND),
)
_OLE = (
    Had(180, 1, MEETING, OUT, "Første møde. Karim vil gerne køre truck igen.", "Jeg er bedst om morgenen."),
    Had(120, 0, PHONE, OUT, "Talte om ryggen og om at tage det roligt.", "Lægen siger, det bliver bedre."),
    Had(45, 2, PHONE, IN, "Karim fortalte, at han har været på besøg på lageret.", "Det gik godt."),
    Had(6, 0, MEETING, OUT, "Vi havde en aftale kl. 10.", outcome=Outcome.ABSENT),
)
# fmt: on


def build_contacts(cast: Cast) -> None:
    """Amina's log with a correction, and Karim's, in which Ole still has a call to make."""
    noted = [_note(cast, cast.aminas_table, cast.birthe, had) for had in _BIRTHE]
    noted += [_note(cast, cast.aminas_table, cast.bo, had) for had in _BO]
    _to_the_journal(cast, noted)
    _correct(cast, noted[10])
    for had in _OLE:
        _note(cast, cast.karims_table, cast.ole, had)


def _note(cast: Cast, table: Table, by: Person, had: Had) -> Entry:
    when = _when(cast, had)
    return actions.note(
        table=table,
        citizen_view=had.citizen_view,
        summary=had.summary,
        channel=had.channel,
        direction=had.direction,
        initiator=had.initiator,
        place=had.place,
        outcome=had.outcome,
        minutes=had.minutes,
        topics=had.topics,
        urgency=had.urgency,
        happened_at=when,
        form_key=new_id(),
        by=by,
        at=when + timedelta(minutes=had.minutes or 10),
    )


def _to_the_journal(cast: Cast, noted: list[Entry]) -> None:
    """Birthe took hers when she stopped; Bo took his first visit the day after, before Amina put it right."""
    for entries, by in ((noted[:10], cast.birthe), (noted[10:11], cast.bo)):
        at = entries[-1].written_at + timedelta(days=1)
        actions.copy_to_journal(entries=entries, format=CopyFormat.TEXT, by=by, at=at)


def _correct(cast: Cast, entry: Entry) -> None:
    """Bo had written 45 minutes; Amina read it and said it was longer."""
    actions.correct(
        entry=entry,
        version=1,
        citizen_view=entry.citizen_view,
        summary="Hilste på hjemme hos Amina. Hun viste mig sine tegninger. Amina siger, at det varede halvanden time. Det har hun ret i.",
        channel=Channel(entry.channel),
        direction=Direction(entry.direction),
        minutes=90,
        form_key=new_id(),
        by=cast.bo,
        at=entry.happened_at + timedelta(days=2),
    )


def _when(cast: Cast, had: Had) -> datetime:
    """A working day in Denmark, ten o'clock and some hours."""
    day = localtime(cast.at) - timedelta(days=had.days)
    back = timedelta(days=max(0, day.weekday() - FRIDAY))
    return (day - back).replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(hours=had.hours)
