"""A common step: by anybody of the family, taken on by one of them, set once."""

from uuid import uuid4

from django.urls import reverse

from bordenden.families.models import Member, Undertaking
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_anton_sets_a_common_step_and_lone_takes_it_on(story: Cast) -> None:
    url, members = reverse("family_step_new", args=[family_of(story).pk]), Member.objects
    sent = {
        "form_key": uuid4(),
        "words": "Ud i skoven",
        "member": str(members.get(person=story.lone).pk),
        "supporters": "Mormor",
    }
    anton = client_of(person_of("Anton"))
    for _time in range(2):
        assert anton.post(url, sent).status_code == 303
    line = Undertaking.objects.get(step__words="Ud i skoven")
    assert (line.member.person, line.supporters) == (story.lone, "Mormor")
    refused = anton.post(url, {**sent, "form_key": uuid4(), "member": ""})
    assert (refused.status_code, "Ud i skoven" in refused.content.decode()) == (422, True)
    assert client_of(story.ole).post(url, sent).status_code == 404
    assert "Ud i skoven" in text_of(client_of(story.jens), reverse("family", args=[family_of(story).pk]))
