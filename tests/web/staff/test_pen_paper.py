"""Bo notes a yes on paper; never where she has said something herself."""

from uuid import uuid4

from django.urls import reverse

from bordenden.plans import actions
from bordenden.plans.models import Penned, Statement
from bordenden.plans.words import PennedAs, StatementKind
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import form_of, words_of


def test_the_note_names_bo_and_the_words_are_hers(story: Cast) -> None:
    penned = Penned.objects.get(table=story.aminas_table)
    bo, url = client_of(story.bo), reverse("pen_paper", args=[penned.pk])
    assert client_of(story.mie).get(url).status_code == 404
    assert bo.post(url, form_of(bo.get(url))).status_code == 303
    penned.refresh_from_db()
    said = Statement.objects.get(table=story.aminas_table, kind="wish")
    assert penned.made == said.pk
    assert (penned.answered_how, penned.noted_by, said.written_by, said.pen) == (
        "paper",
        story.bo,
        story.amina,
        story.bo,
    )


def test_words_of_hers_are_changed_by_nobody_but_her(story: Cast) -> None:
    penned = actions.write_for_her(
        plan=Penned.objects.get(table=story.aminas_table).plan,
        what=PennedAs.STATEMENT,
        kind=StatementKind.DREAM,
        words="Hun vil i praktik.",
        form_key=uuid4(),
        by=story.amina,
        pen=story.bo,
        at=MONDAY,
    )
    before = Statement.objects.count()
    bo, url = client_of(story.bo), reverse("pen_paper", args=[penned.pk])
    assert "Dem kan kun Amina skifte ud" in words_of(bo.get(url))
    assert (bo.post(url, {"form_key": str(uuid4())}).status_code, Statement.objects.count()) == (422, before)
