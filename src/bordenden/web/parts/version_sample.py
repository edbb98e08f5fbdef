"""A made-up plan of the usual size: what a project leader sees how plans are printed by. Nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bordenden.plans.queries import Content

_STATEMENTS = (
    ("dream", "Jeg bliver glad, når jeg er sammen med børn. Jeg vil gerne arbejde i en børnehave."),
    ("wish", "Jeg ønsker mig en fast dag, hvor der sker noget."),
    ("strength", "Jeg er god til at lytte. Folk siger, at jeg er rolig."),
    ("problem", "Jeg sover dårligt. Så orker jeg ikke så meget om formiddagen."),
    ("solution", "At vi tager én ting ad gangen, og at jeg kan ringe til den samme hver gang."),
)
_GOALS = (
    ("Et arbejde med børn. Et par timer om dagen til at begynde med.", "job", "employment", "months"),
    ("At sove bedre", "own", "health", "weeks"),
    ("At blive pædagogmedhjælper", "education", "education", "years"),
)
_STEPS = (
    ("Ringe til børnehaven og spørge, om jeg må komme på besøg", "citizen", "2026-03-10", ""),
    ("Finde bussen til børnehaven", "mentor", "", ""),
    ("Gå en tur efter aftensmaden", "citizen", "", ""),
    ("Spørge lægen om min søvn", "citizen", "2026-03-20", ""),
    ("Sende et brev om praktik til børnehaven", "coordinator", "2026-03-06", ""),
    ("Skrive tre linjer om, hvad jeg kan", "citizen", "", ""),
    ("Tage med til åbent hus på sosu-skolen", "citizen", "2026-04-14", ""),
    ("Fortælle Mie om min drøm", "citizen", "", "2026-02-12"),
)
_CHOSEN = (
    ("Besøg i en børnehave", "Du er med en formiddag og ser, hvordan dagen går.", "employment", "now", "started"),
    ("Søvnskole", "Fire gange i en lille gruppe om at sove bedre.", "health", "now", "granted"),
    (
        "Praktik med en mentor",
        "Nogle timer om ugen på en arbejdsplads, med en, der følger dig.",
        "employment",
        "soon",
        "waiting",
    ),
    (
        "Dansk på Fjordby Sprogcenter",
        "To formiddage om ugen. Du læser og skriver i dit tempo.",
        "education",
        "soon",
        "requested",
    ),
    ("Gåholdet ved fjorden", "En tur om ugen sammen med andre. Man kommer, når man kan.", "social", "now", "started"),
    ("Råd om penge", "En frivillig ser på dit budget sammen med dig.", "social", "later", "wish"),
)
_CONTACTS = (
    ("coordinator", "employment", "Bo Lund", "", "20 00 00 02", "man–tors 9–12"),
    ("mentor", "", "Mie Toft", "", "20 00 00 04", "hverdage 10–16"),
    ("department", "health", "Sundhedshuset", "Havnegade 4", "20 00 00 21", "hverdage 8–15"),
    ("guidance", "education", "Ungdommens Uddannelsesvejledning", "", "20 00 00 22", "tirs og tors 12–16"),
    ("provider", "", "Børnehaven Solsikken", "", "20 00 00 23", "hverdage 7–16"),
    ("provider", "", "Fjordby Sprogcenter", "", "20 00 00 24", "man–fre 9–14"),
    ("department", "social", "Bostøtten", "", "20 00 00 25", "hverdage 9–13"),
    ("other", "", "Sara Yusuf", "Min søster", "20 00 00 05", "om aftenen"),
)


_AGREEMENTS = (
    ("coordinator", 14, "phone", "", "Helst efter kl. 10."),
    ("mentor", 7, "meeting", "outdoors", ""),
)
_DECISION = {
    "about": "goal",
    "thing": "g0",
    "proposed_by": "Amina Yusuf",
    "proposed_side": "citizen",
    "decided_by": "Amina Yusuf",
    "decided_side": "citizen",
    "decided_on": "2026-01-21",
    "builds_on": _STATEMENTS[0][1],
}


def sample() -> Content:
    """Three goals, eight small steps, six things chosen, eight to call."""
    contacts = [_contact(number, *one) for number, one in enumerate(_CONTACTS)]
    does = "Mie går med til det, der er nyt, og vi øver, hvad jeg vil sige."
    return {
        "shape": 1,
        "kind": "one",
        "track": "job",
        "heads": ["Amina Yusuf (opdigtet)"],
        "statements": [{"kind": kind, "words": words, "said_on": "2026-02-02"} for kind, words in _STATEMENTS],
        "goals": [_goal(number, *one) for number, one in enumerate(_GOALS)],
        "barriers": [{"id": "b0", "words": "Jeg bliver nervøs, når der kommer et brev.", "area": ""}],
        "steps": [_step(number, *one) for number, one in enumerate(_STEPS)],
        "chosen": [_chosen(number, *one) for number, one in enumerate(_CHOSEN)],
        "contacts": contacts,
        "agreements": [_agreement(*one) for one in _AGREEMENTS],
        "coordinator": contacts[0],
        "mentor": {**contacts[1], "does": does, "tasks": ["Finde bussen til børnehaven"]},
        "decisions": [_DECISION],
    }


def _goal(number: int, words: str, kind: str, area: str, horizon: str) -> dict[str, Any]:
    return {"id": f"g{number}", "words": words, "kind": kind, "area": area, "horizon": horizon, "reached_on": ""}


def _step(number: int, words: str, owner: str, due_on: str, done_on: str) -> dict[str, Any]:
    said = {"words": words, "goal": "", "owner": owner, "supported_by": "", "area": ""}
    return {"id": f"s{number}", **said, "due_on": due_on, "done_on": done_on}


def _chosen(number: int, name: str, about: str, area: str, tempo: str, status: str) -> dict[str, Any]:
    where = {
        "place": "Havnegade 4",
        "times": "tirsdag kl. 10",
        "contact": "Lene",
        "phone": "20 00 00 31",
        "hours": "",
    }
    said = {"name": name, "about": about, "words": "", "own": False, "area": area, "tempo": tempo, "status": status}
    return {"id": f"c{number}", **said, **where}


def _contact(
    number: int, role: str, department: str, name: str, where: str, phone: str, hours: str
) -> dict[str, Any]:
    said = {"role": role, "name": name, "where": where, "department": department, "phone": phone, "hours": hours}
    return {"id": f"k{number}", **said}


def _agreement(whom: str, every_days: int, channel: str, place: str, words: str) -> dict[str, Any]:
    return {"with": whom, "every_days": every_days, "channel": channel, "place": place, "words": words}
