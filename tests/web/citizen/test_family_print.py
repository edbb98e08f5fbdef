"""On paper: the own part, what is opened, what is common; after leaving the own alone."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import DREAM, SECRET, on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_each_prints_what_he_or_she_may_read(story: Cast) -> None:
    def paper(name: str) -> str:
        return text_of(client_of(person_of(name)), reverse("family_print", args=[part_of(name).pk]))

    jens, freja = "Jeg vil gerne køre lastbil igen.", DREAM
    lone, anton = paper("Lone"), paper("Anton")
    assert (jens in lone, freja in lone, "En hund." in lone, SECRET in lone) == (True, True, True, False)
    assert "At lave computerspil." not in lone
    assert (jens in anton, freja in anton, "En hund." in anton, "At lave computerspil." in anton) == (
        False,
        False,
        False,
        True,
    )
    assert "Rolige morgener" in anton
    assert SECRET in paper("Jens")
    assert client_of(story.lone).get(reverse("family_print", args=[part_of("Freja").pk])).status_code == 404
