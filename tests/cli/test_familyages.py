"""`bordenden familyages`: a municipality's own ages, or refused whole."""

import pytest
from django.core.management import CommandError, call_command

from bordenden.families.models import AgeRule
from bordenden.families.queries import ages_in
from bordenden.families.words import Ages
from tests.cast import Cast


def test_the_ages_of_fjordby_are_set_and_nobody_elses(cast: Cast) -> None:
    call_command("familyages", "901", "--own-part-from", "13", "--guardian-reads-until", "14")
    call_command("familyages", "901", "--own-part-from", "13")
    assert ages_in(where=cast.amina) == Ages(13, 13, 18)
    assert ages_in(where=cast.niels) == Ages()
    with pytest.raises(CommandError, match="Intet er ændret"):
        call_command("familyages", "901", "--own-part-from", "8")
    with pytest.raises(CommandError, match="ingen kommune"):
        call_command("familyages", "999")
    assert AgeRule.objects.count() == 1
