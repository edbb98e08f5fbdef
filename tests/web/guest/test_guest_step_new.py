"""Mit eget skridt, for Mie: while the plan is open she promises something herself, and nothing on Amina's behalf."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan, SmallStep
from tests.cast import Cast, client_of
from tests.web.mentoring import QUERIES, opened, refused
from tests.web.pages import queries_of
from tests.web.reading import form_of

SENT = {"words": "Jeg ringer til børnehaven.", "owner": "citizen", "task_type": "phone"}


def url(cast: Cast) -> str:
    plan = Plan.objects.filter(table=cast.aminas_table).first()
    plan = plan or plans.begin(table=cast.aminas_table, by=cast.amina, at=cast.at)
    return reverse("guest_step_new", args=[plan.pk])


def test_mie_promises_a_step_and_marks_it_done(cast: Cast) -> None:
    address, mie = url(cast), client_of(cast.mie)
    assert mie.get(address).status_code == 404
    opened(cast, Room.PLAN)
    form = form_of(mie.get(address))
    assert [mie.post(address, {**form, **SENT}).status_code for _sent in range(2)] == [303, 303]
    step = SmallStep.objects.get()
    assert (step.words, step.owner, step.task_type) == ("Jeg ringer til børnehaven.", "mentor", "")
    mark = reverse("guest_step", args=[step.pk])
    assert mie.post(mark, form_of(mie.get(mark))).status_code == 303
    step.refresh_from_db()
    assert step.done_at is not None
    assert queries_of(mie, address) <= QUERIES


def test_nothing_typed_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    mie, address = client_of(cast.mie), url(cast)
    answer = mie.post(address, {**form_of(mie.get(address)), "words": "", "due_on": "2026-12-24"})
    assert (answer.status_code, form_of(answer)["due_on"]) == (422, "2026-12-24")


def test_neither_a_guest_who_is_no_mentor_nor_bo_nor_amina_promises_here(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    pathways.open_room(seat=cast.saras_seat, room=Room.PLAN, by=cast.amina, at=now())
    refused(cast, url(cast), SENT, "mie")
    assert not SmallStep.objects.exists()
