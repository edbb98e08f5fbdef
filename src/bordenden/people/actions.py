"""Writes about people: registering a person, a login, a telephone and its hours, how to hear, crisis numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record, record_all
from bordenden.audit.words import Kind
from bordenden.foundation import cpr
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.foundation.snapshot import writing
from bordenden.people.models import CrisisLine, EarlierSelf, Login, Municipality, Notices, Person
from bordenden.people.queries import can_be_dialled
from bordenden.people.words import Wish
from bordenden.post.actions import posted, sort_again
from bordenden.post.models import Letter

NATIONAL = 0


@dataclass(frozen=True, slots=True)
class CrisisNumber:
    """A number to call in a crisis; those with a lower position stand first, the nation's own between them."""

    position: int
    name: str
    phone: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What the audit is told: a municipality (0: the country) and no table."""

    municipality_id: int
    table_id: UUID | None = None

    @property
    def pk(self) -> int:
        return self.municipality_id


@transaction.atomic
def register_municipality(*, number: int, name: str, made_up: bool = False) -> Municipality:
    """The municipality under its official number; an existing one is returned as it is."""
    kept, _created = Municipality.objects.get_or_create(
        pk=number, defaults={"name": name, "sort_key": sort_key(name), "made_up": made_up}
    )
    return kept


@transaction.atomic
def register(
    *,
    municipality: Municipality,
    given_name: str,
    family_name: str = "",
    cpr_number: str = "",
    phone: str = "",
    title: str = "",
    reachable: str = "",
    made_up: bool = False,
) -> Person:
    """A new person of a municipality. Raises NotACpr, or NotPossible when the CPR number is known there."""
    digits = cpr.parse(cpr_number).digits if cpr_number else ""
    if digits and Person.objects.filter(municipality=municipality, cpr=digits).exclude(cpr="").exists():
        raise NotPossible(_("Der er allerede en person med det CPR-nummer i kommunen."))
    return Person.objects.create(
        municipality=municipality,
        given_name=given_name.strip(),
        family_name=family_name.strip(),
        sort_key=sort_key(f"{given_name} {family_name}"),
        cpr=digits,
        phone=phone,
        title=title,
        reachable=reachable,
        made_up=made_up,
    )


def hold_person(*, person: Person) -> None:
    """Nobody else holds the person until the transaction is over: for what one person has one of.

    Rows that only name the person are written by others meanwhile. SQLite has one writer anyway.
    """
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


@transaction.atomic
def set_hours(
    *, person: Person, phone: str, reachable: str, by: Actor, at: datetime, seen: str | None = None
) -> Person:
    """Where and when the person can be called. Raises NotPossible for a number too short to call, or no hours.

    `seen` is what stood before the writer (`Person.where_and_when`): Stale when somebody has written another since.
    """
    number, hours = " ".join(phone.split()), " ".join(reachable.split())
    if not can_be_dialled(phone=number):
        raise NotPossible(_("Skriv et telefonnummer med mindst otte cifre, for eksempel 12 34 56 78."))
    if not hours:
        raise NotPossible(_("Skriv, hvornår du tager telefonen, for eksempel man–tors 9–12."))
    held = Person.objects.select_for_update().get(pk=person.pk)
    if (held.phone, held.reachable) != (number, hours):
        if seen is not None and held.where_and_when != seen:
            raise Stale(_("En anden har rettet det imens. Se det igennem igen."), held.where_and_when, 0)
        held.phone, held.reachable = number, hours
        held.save(update_fields=["phone", "reachable"])
        record(act="hours.set", by=by, thing=held, at=at)
    return held


@transaction.atomic
def choose_notices(*, person: Person, way: Wish, email: str, reminders: bool, by: Actor, at: datetime) -> Notices:
    """How the person is to hear from now on; letters that wait go that way too. NotPossible: not an address."""
    address = email.strip() if way == Wish.EMAIL else ""
    if way == Wish.EMAIL:
        try:
            validate_email(address)
        except ValidationError as error:
            raise NotPossible(_("Skriv din mailadresse, for eksempel navn@eksempel.dk.")) from error
    Person.objects.select_for_update().get(pk=person.pk)
    kept = Notices.objects.filter(person=person).first() or Notices(person=person)
    if (kept.way, kept.email, kept.reminders) != (way, address, reminders):
        kept.municipality_id, kept.chosen_at = person.municipality_id, at
        kept.way, kept.email, kept.reminders = way, address, reminders
        kept.save()
        sort_again(to=person)
        record(act="notices.set", by=by, thing=person, at=at)
    return kept


@transaction.atomic
def put_in_the_post(*, letters: Iterable[Letter], by: Actor, at: datetime) -> int:
    """Somebody has sent them on paper; those ticked before are passed over. Gives how many there were."""
    held = list(Letter.objects.select_for_update().filter(pk__in=[letter.pk for letter in letters]).order_by("pk"))
    still = [letter for letter in held if letter.waits_for_paper]
    record_all(act="letter.posted", by=by, things=still, at=at)
    return posted(letters=still, at=at)


@transaction.atomic
def give_login(*, person: Person, username: str, password: str, by: Actor, at: datetime) -> Login:
    """A login with a password. NotPossible: too weak a password, a name that is taken, a person who has one."""
    login = Login(person=person, username=username.strip())
    if not login.username:
        raise NotPossible(_("Skriv et brugernavn."))
    if Login.objects.filter(person=person).exists():
        raise NotPossible(_("Personen har allerede et login."))
    _must_be_strong(password, login)
    if Login.objects.filter(username=login.username).exists():
        raise NotPossible(_("Brugernavnet er taget. Vælg et andet."))
    login.set_password(password)
    login.save()
    record(act="login.give", by=by, thing=person, at=at)
    return login


@transaction.atomic
def change_password(*, person: Person, password: str, by: Actor, at: datetime) -> Login:
    """One's own new password; every session made with the old one ends. NotPossible: too weak, or the same."""
    login = _held_login(person)
    if login.check_password(password):
        raise NotPossible(_("Det er den, du har nu. Vælg en anden."))
    _must_be_strong(password, login)
    return _with_password(login, password, "password.change", by, at)


def _held_login(person: Person) -> Login:
    login = Login.objects.select_for_update().filter(person=person, demo=False).first()
    if login is None:
        raise NotPossible(_("Personen har intet login med adgangskode."))
    return login


def _must_be_strong(password: str, login: Login) -> None:
    try:
        validate_password(password, user=login)
    except ValidationError as error:
        raise NotPossible(" ".join(error.messages)) from error


def _with_password(login: Login, password: str, act: str, by: Actor, at: datetime) -> Login:
    login.set_password(password)
    login.save(update_fields=["password"])
    # Whoever is reading an old table elsewhere: it is written down where the person of the login lives now.
    with writing(login.person.municipality_id, by.pk):
        record(act=act, by=by, thing=login.person, at=at)
    return login


@transaction.atomic
def renew_password(*, person: Person, password: str, by: Actor, at: datetime) -> Login:
    """Another password for a login that was lost: the old one ends, and every open session. NotPossible: no login."""
    return _with_password(_held_login(person), password, "login.renew", by, at)


@transaction.atomic
def give_demo_login(*, person: Person, username: str, order: int, line: str) -> Login:
    """A login without a password for a made-up person; only demo mode on loopback offers it."""
    if not person.made_up:
        raise NotPossible(_("Kun opdigtede personer kan have et prøvelogin."))
    login = Login(person=person, username=username, demo=True, demo_order=order, demo_line=line)
    login.set_unusable_password()
    login.save()
    return login


@transaction.atomic
def note_login(*, login: Login, at: datetime) -> None:
    """Write down that the person came in."""
    record(act="person.login", by=login.person, thing=login.person, at=at, kind=Kind.LOGIN)


@transaction.atomic
def set_crisis_lines(
    *, municipality: Municipality | None, numbers: Sequence[CrisisNumber], by: Actor, at: datetime
) -> list[CrisisLine]:
    """These numbers and no others are the municipality's own (None: everybody's).

    Raises NotPossible for a number without name or digits, two at one position, or a country left without any.
    """
    if municipality is None and not numbers:
        raise NotPossible(_("Der skal være mindst ét nummer, som alle kan ringe til."))
    if any(not number.name.strip() or not any(sign.isdigit() for sign in number.phone) for number in numbers):
        raise NotPossible(_("Hvert nummer skal have et navn og et telefonnummer."))
    if len({number.position for number in numbers}) != len(numbers):
        raise NotPossible(_("To numre kan ikke stå på samme plads."))
    CrisisLine.objects.filter(municipality=municipality).delete()
    made_up = municipality is not None and municipality.made_up
    lines = [
        CrisisLine(
            municipality=municipality,
            name=number.name.strip(),
            phone=number.phone.strip(),
            hours=number.hours.strip(),
            position=number.position,
            made_up=made_up,
        )
        for number in numbers
    ]
    CrisisLine.objects.bulk_create(lines)
    record(act="crisis.lines", by=by, thing=Place(municipality.pk if municipality else NATIONAL), at=at)
    return lines


@transaction.atomic
def follow_login(*, old: Person, new: Person, by: Actor, at: datetime) -> EarlierSelf | None:
    """The login of somebody who has moved is the new person's from now on, and opens what was left as well.

    None where there is no login to follow, or the new person has one already.
    """
    login = Login.objects.select_for_update(of=("self",)).filter(person=old).first()
    if login is None or Login.objects.filter(person=new).exists():
        return None
    login.person = new
    login.save(update_fields=["person"])
    # Whoever comes back is nobody's earlier self any more, and whoever leaves again is it anew.
    EarlierSelf.objects.filter(login=login, person=new).delete()
    made, _new = EarlierSelf.objects.update_or_create(person=old, defaults={"login": login, "since": at})
    record(act="login.follow", by=by, thing=new, at=at)
    return made
