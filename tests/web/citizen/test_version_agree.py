"""Ja, det er min plan: hers alone, with the way on where something is missing."""

from bordenden.foundation.ids import new_id
from bordenden.plans import actions
from bordenden.plans.words import VersionStatus
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import aminas_plan, ready_plan, step
from tests.web.pages import text_of
from tests.web.paper import address, drafted, held, refuses
from tests.web.reading import form_of, words_of


def test_she_says_yes_once_however_often_she_taps(cast: Cast) -> None:
    version, amina = drafted(cast), client_of(cast.amina)
    there = address("version_agree", version)
    sent = form_of(amina.get(there))
    assert [amina.post(there, sent).status_code for _twice in range(2)] == [303, 303]
    version.refresh_from_db()
    assert (version.status, version.agreed_by, version.agreed_how) == (VersionStatus.AGREED, cast.amina, "device")


def test_what_is_missing_is_said_and_there_is_no_button(cast: Cast) -> None:
    plan, amina = aminas_plan(cast), client_of(cast.amina)
    there = address("version_agree", drafted(cast, plan))
    said = text_of(amina, there)
    assert "Der mangler lidt endnu." in said
    assert "Skriv et mål om job eller uddannelse." in said
    assert "Ja, det er min plan" not in said
    answer = amina.post(there, {})
    assert (answer.status_code, "Skriv et mål" in words_of(answer)) == (422, True)


def test_a_draft_that_made_way_for_a_newer_one_is_not_agreed_to(cast: Cast) -> None:
    plan = ready_plan(cast)
    old = drafted(cast, plan)
    step(cast, plan, "Gå en tur")
    actions.make_draft(plan=plan, form_key=new_id(), by=cast.bo, at=MONDAY)
    answer = client_of(cast.amina).post(address("version_agree", old), {})
    assert (answer.status_code, "Læs den nye først." in words_of(answer)) == (422, True)


def test_nobody_says_yes_for_her(cast: Cast) -> None:
    refuses(cast, address("version_agree", drafted(cast)), "bo")
    assert "Aftalt den" in text_of(client_of(cast.amina), address("version_agree", held(cast)))
