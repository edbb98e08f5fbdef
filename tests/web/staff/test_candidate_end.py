"""Tag borgeren af listen: then Pia reads no more of her; who has been asked to join answers herself."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.intake.actions import refer
from bordenden.intake.models import Candidate
from tests.cast import MONDAY, Cast, client_of
from tests.intake.history import lived_on, written_up
from tests.web.staff.cases import body


def url(candidate: Candidate) -> str:
    return reverse("candidate_end", args=[candidate.pk])


def test_pia_takes_vera_off_with_a_reason_and_reads_no_more_of_her(cast: Cast) -> None:
    vera, pia = written_up(cast), client_of(cast.pia)
    page = body(pia.get(reverse("candidate", args=[vera.pk])))
    assert (url(vera) in page, "Spørg, om borgeren vil være med" in page) == (True, False)
    assert (pia.post(url(vera), {}).status_code, Candidate.objects.get().closed_at) == (422, None)
    answer = pia.post(url(vera), {"ended_as": "not_eligible"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("candidates", args=[cast.project.pk]))
    assert Candidate.objects.get().ended_as == "not_eligible"
    assert Entry.objects.filter(act="candidate.close", actor=cast.pia.pk, thing=vera.pk).count() == 1
    for name in ("candidate", "candidate_change", "candidate_end"):
        assert pia.get(reverse(name, args=[vera.pk])).status_code == 404


def test_who_has_been_asked_answers_herself(cast: Cast) -> None:
    vera, pia = written_up(cast), client_of(cast.pia)
    lived_on(vera, "cash_benefit", "2020-01-01")
    assert "Spørg, om borgeren vil være med" in body(pia.get(reverse("candidate", args=[vera.pk])))
    facts = {"reference": "F-900", "match_reasons": "Du har sagt, at du vil ud at arbejde.", "caseworker": None}
    refer(candidate=vera, by=cast.pia, at=MONDAY, **facts)  # type: ignore[arg-type]
    page = body(pia.get(reverse("candidate", args=[vera.pk])))
    assert ("Se, hvad borgeren har svaret" in page, url(vera) in page) == (True, False)
    refused = pia.post(url(vera), {"ended_as": "other"})
    assert (refused.status_code, "svaret er borgerens eget" in body(refused)) == (422, True)
    assert Candidate.objects.get().closed_at is None


def test_nobody_else_takes_her_off(cast: Cast) -> None:
    vera = written_up(cast)
    for name in ("bo", "ole", "lis", "niels"):
        assert client_of(getattr(cast, name)).post(url(vera), {"ended_as": "other"}).status_code == 404
