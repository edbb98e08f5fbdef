"""A child is brought to the table."""

from uuid import uuid4

from django.urls import reverse

from bordenden.families.models import Member, Undertaking
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday, person_of

__all__ = ["on_the_monday"]


def test_a_form_sent_twice_is_one_child_and_one_step(story: Cast) -> None:
    lone, family = client_of(story.lone), family_of(story).pk
    child = {"form_key": uuid4(), "given_name": "Bertil", "born_on": "2020-02-29", "consents": "on"}
    step = {"form_key": uuid4(), "words": "Gå i skoven", "member": str(Member.objects.get(person=story.jens).pk)}
    members, lines = Member.objects.count(), Undertaking.objects.count()
    for _time in range(2):
        assert lone.post(reverse("family_child_new", args=[family]), child).status_code == 303
        assert lone.post(reverse("family_step_new", args=[family]), step).status_code == 303
    assert (Member.objects.count(), Undertaking.objects.count()) == (members + 1, lines + 1)
    refused = lone.post(
        reverse("family_child_new", args=[family]), {**child, "form_key": uuid4(), "born_on": "1990-01-01"}
    )
    assert (refused.status_code, "Bertil" in refused.content.decode()) == (422, True)
    assert client_of(person_of("Anton")).get(reverse("family_child_new", args=[family])).status_code == 404
