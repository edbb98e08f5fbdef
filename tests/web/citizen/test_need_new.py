"""Fandt du ikke det, du leder efter?: said once, counted once, read by nobody else."""

from uuid import uuid4

from bordenden.offers.models import Need
from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import of_amina
from tests.web.reading import words_of

WORDS = "Et sted at øve sig i at cykle."


def test_what_she_misses_is_kept_once_and_she_is_thanked(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "need_new")
    sent = {"words": WORDS, "about": "social.network", "form_key": str(uuid4())}
    came = [amina.post(url, sent)["Location"] for _twice in range(2)]
    assert came == [of_amina(story, "offers") + "?sagt=tak"] * 2
    need = Need.objects.get(words=WORDS)
    assert (need.area, need.category, need.by) == ("social", "network", story.amina)
    assert "Tak, fordi du siger det" in words_of(amina.get(came[0]))


def test_nothing_said_is_refused_and_what_was_typed_stays(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "need_new")
    refused = amina.post(url, {"words": WORDS, "about": "social.placement", "form_key": str(uuid4())})
    assert (refused.status_code, WORDS in refused.content.decode()) == (422, True)
    assert not Need.objects.filter(words=WORDS).exists()
