"""`bordenden createlogin 851 --name "Bo Lund" --username bo`: a registered person gets a login."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.pathways.queries import heads_of_case
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.people.queries import municipality_of, registered

# Without the letters and digits that are mistaken for one another when they are read aloud.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LONG = 4, 5


class Command(BaseCommand):
    """Exit code 0: the password is said once, here, and kept nowhere. Exit code 1: refused, nothing was changed."""

    help = "Give a registered person a login, or another password for a login that was lost."

    def add_arguments(self, parser: CommandParser) -> None:
        """The municipality, who it is, and the name to log in with."""
        parser.add_argument("municipality", type=int, help="official number, e.g. 851")
        parser.add_argument("--name", default="", help="the person's whole name, as it is registered")
        parser.add_argument("--case", default="", help="a citizen's case number; with --name where two share a case")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--username", help="the name to log in with")
        what.add_argument("--renew", action="store_true", help="another password for the login there is")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Find the one person, and say the password."""
        password, at = made_up(), now()
        try:
            municipality = municipality_of(number=options["municipality"])
            with writing(municipality.pk, OPERATOR.pk):
                person = _the_one(municipality, options["name"].strip(), options["case"].strip())
                if options["renew"]:
                    login = people.renew_password(person=person, password=password, by=OPERATOR, at=at)
                else:
                    login = people.give_login(
                        person=person, username=options["username"], password=password, by=OPERATOR, at=at
                    )
        except NotPossible as refused:
            raise CommandError(f"{_('Intet er ændret.')}\n{refused}") from refused
        self.stdout.write(_("Brugernavn: %(name)s") % {"name": login.username})
        self.stdout.write(_("Adgangskode: %(password)s") % {"password": password})
        self.stdout.write(_("Den bliver kun vist denne ene gang. Giv den til personen selv."))


def made_up() -> str:
    """Twenty signs in groups that can be read aloud; about 99 bits."""
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(LONG)) for _group in range(GROUPS))


def _the_one(municipality: Municipality, name: str, case: str) -> Person:
    """Whoever has the name, sits at the head of the case, or both: exactly one."""
    if not (name or case):
        raise NotPossible(_("Skriv, hvem det er: --name eller --case."))
    found = heads_of_case(municipality=municipality, reference=case, at=now()) if case else None
    if name:
        named = registered(municipality=municipality, name=name)
        found = named if found is None else [person for person in found if person in named]
    if found is None or len(found) != 1:
        raise NotPossible(_("Der er %(number)d, det kan være. Der skal være én.") % {"number": len(found or ())})
    return found[0]
