"""`bordenden createadmin`: a municipality and its first administrator, who reaches no table."""

import os
import sys
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.people import actions as people
from bordenden.people.models import Municipality
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import OfficeRole

PASSWORD_VARIABLE = "BORDENDEN_ADMIN_PASSWORD"  # noqa: S105
HIGHEST_NUMBER = 999


class Command(BaseCommand):
    """Asks for what it is not told; the password never stands on the command line, where others can read it."""

    help = "Create a municipality and its administrator (a person, a login and an office)."

    def add_arguments(self, parser: CommandParser) -> None:
        """All but the password."""
        parser.add_argument("--number", type=int, help="the municipality's official number (kommunekode), e.g. 851")
        parser.add_argument("--municipality", help="the municipality's name")
        parser.add_argument("--given-name", help="the administrator's given name")
        parser.add_argument("--family-name", help="the administrator's family name")
        parser.add_argument("--username", help="the name to log in with")
        parser.add_argument(
            "--password-from",
            choices=["prompt", "stdin", "env"],
            default="prompt",
            help=f"where the password comes from: asked for, first line of stdin, or {PASSWORD_VARIABLE}",
        )

    def handle(self, **options: Any) -> None:  # noqa: ANN401
        """Everything or nothing."""
        number = _number(options["number"])
        names = {
            key: options[key] or _asked(words)
            for key, words in (
                ("municipality", "Municipality's name: "),
                ("given_name", "Given name: "),
                ("family_name", "Family name: "),
                ("username", "User name: "),
            )
        }
        password = _password(options["password_from"])
        try:
            self._create(number, password, **names)
        except NotPossible as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{names['username']} can log in and is administrator of {names['municipality']}.")

    @transaction.atomic
    def _create(
        self, number: int, password: str, *, municipality: str, given_name: str, family_name: str, username: str
    ) -> None:
        known = Municipality.objects.filter(pk=number).first()
        if known is not None and known.name != municipality:
            raise NotPossible(f"Number {number} is already {known.name}.")
        place = people.register_municipality(number=number, name=municipality)
        person = people.register(
            municipality=place, given_name=given_name, family_name=family_name, title="Administrator"
        )
        at = now()
        people.give_login(person=person, username=username, password=password, by=OPERATOR, at=at)
        give_office(person=person, role=OfficeRole.ADMINISTRATOR, municipality=place, at=at)


def _number(given: int | None) -> int:
    try:
        number = given if given is not None else int(_asked("Municipality's number: "))
    except ValueError as error:
        raise CommandError("The number is digits, e.g. 851.") from error
    if not 1 <= number <= HIGHEST_NUMBER:
        raise CommandError("The number lies between 1 and 999.")
    return number


def _asked(words: str) -> str:
    answer = input(words).strip()
    if not answer:
        raise CommandError("Nothing was typed, so nothing was created.")
    return answer


def _password(source: str) -> str:
    if source == "env":
        return os.environ.get(PASSWORD_VARIABLE, "")
    if source == "stdin":
        return sys.stdin.readline().rstrip("\n")
    password = getpass("Password (at least 12 signs): ")
    if getpass("The same again: ") != password:
        raise CommandError("The two passwords differ, so nothing was created.")
    return password
