"""A part: all of it to its owner, what is opened to others, and not there for anybody else."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import SECRET, on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_jens_secret_is_read_by_him_alone_whoever_his_part_is_opened_for(story: Cast) -> None:
    url = reverse("family_part", args=[part_of("Jens").pk])
    assert SECRET in text_of(client_of(story.jens), url)
    for name in ("Lone", "Freja"):
        read = text_of(client_of(person_of(name)), url)
        assert ("Jeg vil gerne køre lastbil igen." in read, SECRET in read) == (True, False)
    assert client_of(person_of("Anton")).get(url).status_code == 404
    assert client_of(story.ole).get(url).status_code == 404
    assert client_of(story.amina).get(url).status_code == 404
