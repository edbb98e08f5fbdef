"""Bo promises a step of his own; hers he can only propose."""

from django.urls import reverse

from bordenden.plans.models import SmallStep
from bordenden.plans.queries import plan_of
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of


def test_bo_promises_something_himself_with_the_kind_of_task(story: Cast) -> None:
    plan = plan_of(table=story.aminas_table)
    assert plan is not None
    bo, url = client_of(story.bo), reverse("own_step_new", args=[plan.pk])
    sent = {**form_of(bo.get(url)), "words": "Skrive til børnehaven", "task_type": "motivate", "due_on": "2026-03-20"}
    assert [bo.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    (step,) = SmallStep.objects.filter(words="Skrive til børnehaven")
    assert (step.owner, step.task_type, str(step.due_on)) == ("coordinator", "motivate", "2026-03-20")
    hers = words_of(client_of(story.amina).get(reverse("plan", args=[plan.pk])))
    assert "Skrive til børnehaven Hvem: Min sagsbehandler · Støtte og opmuntre" in hers
    assert client_of(story.amina).get(url).status_code == 404
