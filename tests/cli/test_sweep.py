"""`bordenden sweep` wipes a file nobody brought in within a day, and no other."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command

from bordenden.foundation.clock import now
from bordenden.intake.actions import lay_up
from bordenden.intake.models import CaseloadFile
from tests.cast import Cast
from tests.intake.files import SIGNE, TOVE, written


def test_yesterdays_file_is_wiped_and_todays_is_not(cast: Cast) -> None:
    old = lay_up(project=cast.project, content=written(SIGNE), by=cast.bo, at=now() - timedelta(hours=25))
    new = lay_up(project=cast.project, content=written(TOVE), by=cast.ole, at=now())
    for words in ("Wiped 1 caseload files.", "Wiped 0 caseload files."):
        said = StringIO()
        call_command("sweep", stdout=said)
        assert said.getvalue().strip() == words
    kept = {file.pk: bool(file.content) for file in CaseloadFile.objects.all()}
    assert kept == {old.pk: False, new.pk: True}
