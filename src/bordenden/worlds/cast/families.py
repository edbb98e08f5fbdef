"""Familien Holm's plan: five parts, some opened for the others and some not. All of it is made up."""

from datetime import date, timedelta

from django.db import transaction

from bordenden.families import actions
from bordenden.families.models import Family, Member, Part
from bordenden.families.words import PartKind
from bordenden.foundation.ids import new_id
from bordenden.people import actions as people
from bordenden.worlds.cast.people import Cast

BEGUN = timedelta(days=40)
# After everybody of people.py on the demo's start page.
LAST_OF_THE_CAST = 20
# name: (line on the demo's start page, days old when the story stands still, what is said)
CHILDREN: dict[str, tuple[str, int, dict[PartKind, str]]] = {
    "Freja": (
        "Familien Holm: Freja på 15, med sin egen del",
        15 * 366,
        {
            PartKind.HOPE: "At vi spiser sammen om søndagen, uden telefoner.",
            PartKind.DREAM: "Jeg vil på efterskole og spille håndbold.",
            PartKind.WISH: "Mit eget værelse, eller en dør, man kan lukke.",
            PartKind.NEED: "At nogen fortæller mig, hvad der sker.",
        },
    ),
    "Anton": ("Familien Holm: Anton på 13", 13 * 366, {PartKind.DREAM: "At lave computerspil."}),
    "Alma": (
        "",
        8 * 366,
        {
            PartKind.HOPE: "At mormor kommer tit.",
            PartKind.WISH: "En hund. En lille en.",
            PartKind.NEED: "At nogen læser for mig.",
        },
    ),
}
JENS = {
    PartKind.HOPE: "Jeg håber, at vi får ro på om morgenen.",
    PartKind.DREAM: "Jeg vil gerne køre lastbil igen.",
    PartKind.WISH: "At vi kommer ud i skoven sammen.",
    PartKind.NEED: "Jeg har brug for at sove.",
    PartKind.GOAL: "Op klokken syv\nTage kørekortet igen",
}
LONE = {PartKind.HOPE: "At børnene får det godt i skolen.", PartKind.NEED: "En aften om ugen, der er min."}


@transaction.atomic
def build_families(cast: Cast) -> None:
    """They began forty days ago; the little one's part is written with her mother."""
    at = cast.at - BEGUN
    family = actions.begin_family(table=cast.holms_table, name="Familien Holm", by=cast.jens, at=at)
    lone = actions.join(family=family, by=cast.lone, at=at)
    jens = Member.objects.get(person=cast.jens)
    children = _children(cast, family, jens)
    _say(cast, jens.part, JENS)
    _say(cast, lone.part, LONE)
    _only_his(cast, jens.part)
    for to in (lone, children["Freja"]):
        actions.open_part(part=jens.part, to=to, by=cast.jens, at=cast.at - timedelta(days=20))
    actions.open_part(part=lone.part, to=jens, by=cast.lone, at=cast.at - timedelta(days=20))
    for name in ("Freja", "Alma"):
        child = children[name]
        by = child.person if name == "Freja" else cast.lone
        actions.open_part(
            part=child.part, to=lone if name == "Freja" else jens, by=by, at=cast.at - timedelta(days=9)
        )
    _common(cast, family, jens, children["Anton"])


def _children(cast: Cast, family: Family, jens: Member) -> dict[str, Member]:
    at, children = cast.at - BEGUN, {}
    for name, (line, days, said) in CHILDREN.items():
        child = actions.add_child(
            family=family,
            given_name=name,
            born_on=_born(cast, days),
            guardians=[jens],
            consents=True,
            form_key=new_id(),
            by=cast.lone,
            at=at,
        )
        children[name] = child
        if line:
            order = LAST_OF_THE_CAST + len(children)
            people.give_demo_login(person=child.person, username=name.lower(), order=order, line=line)
        _say(cast, child.part, said, by_guardian=name == "Alma")
    return children


def _born(cast: Cast, days: int) -> date:
    return (cast.at - timedelta(days=days)).date()


def _say(cast: Cast, part: Part, said: dict[PartKind, str], *, by_guardian: bool = False) -> None:
    by = cast.lone if by_guardian else part.member.person
    for day, (kind, words) in enumerate(said.items(), start=1):
        at = cast.at - BEGUN + timedelta(days=day)
        actions.write_part(part=part, kind=kind, words=words, only_mine=False, version=0, by=by, at=at)


def _only_his(cast: Cast, part: Part) -> None:
    at, words = cast.at - timedelta(days=21), "Jeg skammer mig over, at jeg mistede kortet."
    actions.write_part(part=part, kind=PartKind.OWN, words=words, only_mine=True, version=0, by=cast.jens, at=at)


def _common(cast: Cast, family: Family, jens: Member, anton: Member) -> None:
    at = cast.at - timedelta(days=10)
    actions.set_family_goal(
        family=family,
        words="Rolige morgener",
        member=jens,
        supporters="Mormor",
        form_key=new_id(),
        by=cast.lone,
        at=at,
    )
    actions.set_family_step(
        family=family,
        words="Lægge tøjet frem om aftenen",
        member=anton,
        supporters="",
        form_key=new_id(),
        by=anton.person,
        at=at + timedelta(days=1),
    )
