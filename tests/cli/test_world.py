"""`bordenden world NAME`: only into an empty database, and never beside real people."""

import io

import pytest
from django.core.management import CommandError, call_command

from bordenden.cli.management.commands import world as command
from bordenden.people import actions as people
from bordenden.people.models import Person


def test_the_cast_is_built_and_said_to_be_made_up(db: None) -> None:
    """The default."""
    said = io.StringIO()
    call_command("world", stdout=said)
    assert Person.objects.filter(given_name="Amina").count() == 1
    assert "opdigtede personer" in said.getvalue()


def test_a_second_world_needs_fresh(db: None) -> None:
    """Whoever is there stays, and nobody comes."""
    municipality = people.register_municipality(number=901, name="Fjordby (opdigtet)", made_up=True)
    emil = people.register(municipality=municipality, given_name="Emil", made_up=True)
    for world in ("cast", "aalborg", "national"):
        with pytest.raises(CommandError, match="--fresh"):
            call_command("world", world)
    assert list(Person.objects.all()) == [emil]


def test_fresh_empties_a_made_up_world_and_never_a_real_one(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """One person who is not made up, and nothing is touched."""
    emptied: list[bool] = []
    monkeypatch.setattr(command, "_empty", lambda: emptied.append(True))
    municipality = people.register_municipality(number=851, name="Aalborg")
    made_up = people.register(municipality=municipality, given_name="Deltager", made_up=True)
    call_command("world", "cast", "--fresh", stdout=io.StringIO())
    assert emptied == [True]
    people.register(municipality=made_up.municipality, given_name="Et rigtigt menneske")
    with pytest.raises(CommandError, match="not made up"):
        call_command("world", "cast", "--fresh")
    assert emptied == [True]


def test_an_unknown_world_and_a_scale_that_fits_nothing_are_refused(db: None) -> None:
    """Before anything is built."""
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("world", "atlantis")
    with pytest.raises(CommandError, match="--scale"):
        call_command("world", "cast", "--scale", "5")
    assert not Person.objects.exists()
