"""Afslut forløbet: her own words first, a discharge with its reason, a move with its place; absence is no reason."""

from decimal import Decimal

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Exit
from bordenden.pathways.words import Decider, ExitReason
from bordenden.plans.actions import begin, say, set_step, stand_in_line, wish
from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.words import StatementKind
from tests.cast import MONDAY, Cast, client_of
from tests.offers.made import offer_of
from tests.web.pages import text_of
from tests.web.staff.cases import STRANGERS, body, fill

JOB = {
    "on": "2026-03-02",
    "reason": "ordinary_job",
    "decided_by": "citizen",
    "citizen_words": "Jeg begynder i køkkenet.",
}


def url(cast: Cast) -> str:
    """The form about Amina's course."""
    return reverse("course_end", args=[cast.aminas_course.pk])


def end(cast: Cast, **told: str) -> tuple[int, str]:
    """Bo sends the form; what he is answered."""
    bo = client_of(cast.bo)
    answer = bo.post(url(cast), fill(bo, url(cast), **{**JOB, **told}))
    return answer.status_code, body(answer)


def test_the_course_ends_with_her_words_and_who_decided(cast: Cast) -> None:
    assert end(cast)[0] == 303
    kept = Exit.objects.get(enrolment=cast.aminas_course)
    assert (kept.reason, kept.decided_by, kept.citizen_words, kept.on.isoformat(), kept.moved_to) == (
        ExitReason.ORDINARY_JOB,
        Decider.CITIZEN,
        "Jeg begynder i køkkenet.",
        "2026-03-02",
        None,
    )
    assert AuditEntry.objects.filter(act="course.end", actor=cast.bo.pk, thing=kept.pk).count() == 1


def test_the_citizens_words_are_the_first_field_and_every_reason_can_be_chosen(cast: Cast) -> None:
    page = body(client_of(cast.bo).get(url(cast)))
    assert page.index("Hvad siger borgeren selv?") < page.index("Hvilken dag slutter det?")
    assert [reason for reason in ExitReason if f'<option value="{reason}"' not in page] == []


@pytest.mark.requirement("R54")
def test_a_discharge_without_its_reason_is_refused_and_with_one_it_is_kept(cast: Cast) -> None:
    status, page = end(cast, reason="discharged_by_caseworker", decided_by="caseworker")
    assert status == 422
    assert "Skriv, hvorfor I slutter. Borgeren kan læse det." in page
    assert "Jeg begynder i køkkenet.</textarea>" in page
    assert Exit.objects.count() == 0
    grounds = "Et andet tilbud passer bedre. Det er vi enige om."
    assert end(cast, reason="discharged_by_caseworker", decided_by="caseworker", grounds=grounds)[0] == 303
    assert Exit.objects.get().grounds == grounds


def test_a_move_asks_where_to_and_no_other_way_keeps_a_place(cast: Cast) -> None:
    status, page = end(cast, reason="moved_municipality", decided_by="event")
    assert (status, "Vælg den kommune, borgeren flytter til." in page) == (422, True)
    assert 'value="902"' in page
    assert 'value="901"' not in page
    assert end(cast, moved_to="902")[0] == 303
    assert Exit.objects.get().moved_to is None


def test_a_move_keeps_the_municipality(cast: Cast) -> None:
    assert end(cast, reason="moved_municipality", decided_by="event", moved_to="902")[0] == 303
    assert Exit.objects.get().moved_to == cast.bakkeby


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"on": ""}, "Skriv den dag, forløbet slutter."),
        ({"on": "2199-01-01"}, "Dagen ligger i fremtiden."),
        ({"on": "2001-01-01"}, "før det er begyndt"),
        ({"on": "i morgen"}, "Skriv en dag, der findes"),
        ({"reason": ""}, "Vælg, hvordan forløbet slutter."),
        ({"reason": "absence"}, "gyldig valgmulighed"),
        ({"decided_by": ""}, "Vælg, hvem der bestemte det."),
        ({"reason": "moved_municipality", "moved_to": "9999"}, "gyldig valgmulighed"),
        ({"wage_hours": "mange"}, "Skriv et tal, for eksempel 20 eller 7,5."),
        ({"wage_hours": "70"}, "Skriv timer om ugen"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(cast: Cast, wrong: dict[str, str], words: str) -> None:
    status, page = end(cast, **wrong)
    assert status == 422
    assert words in page[page.index('id="summary"') :]
    assert Exit.objects.count() == 0


@pytest.mark.parametrize("name", STRANGERS)
def test_only_her_coordinator_ends_it(cast: Cast, name: str) -> None:
    sent = fill(client_of(cast.bo), url(cast), **JOB)
    other = client_of(getattr(cast, name))
    assert [other.get(url(cast)).status_code, other.post(url(cast), sent).status_code] == [404, 404]
    assert other.post(reverse("course_end_draft", args=[cast.aminas_course.pk]), sent).status_code == 404
    assert Exit.objects.count() == 0


def test_a_double_click_is_one_exit_and_another_way_out_is_refused(cast: Cast) -> None:
    bo = client_of(cast.bo)
    sent = fill(bo, url(cast), **JOB)
    assert [bo.post(url(cast), sent).status_code for _click in range(2)] == [303, 303]
    other = bo.post(url(cast), {**sent, "reason": "sick"})
    assert (other.status_code, "Forløbet er allerede slut." in body(other)) == (422, True)
    assert Exit.objects.get().reason == ExitReason.ORDINARY_JOB


def test_a_draft_is_kept_and_offered(cast: Cast) -> None:
    bo = client_of(cast.bo)
    bo.post(reverse("course_end_draft", args=[cast.aminas_course.pk]), fill(bo, url(cast), **JOB))
    page = body(bo.get(url(cast)))
    assert "“Jeg begynder i køkkenet.”" in page
    chosen = body(bo.get(f"{url(cast)}?kladde={cast.aminas_course.pk}"))
    assert '<option value="ordinary_job" selected>' in chosen


def test_what_is_left_open_is_told_before_with_numbers_and_she_reads_it_on_mit_bord_afterwards(cast: Cast) -> None:
    plan = begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    hers = reverse("table", args=[cast.aminas_table.pk])
    assert "Åbent på" not in body(client_of(cast.bo).get(url(cast)))
    for words in ("Gå en tur", "Ringe"):
        set_step(plan=plan, words=words, form_key=new_id(), by=cast.amina, at=MONDAY)
    say(plan=plan, kind=StatementKind.DREAM, words="Ud", version=0, by=cast.amina, at=MONDAY)
    chosen = wish(plan=plan, offer=offer_of(cast, capacity=0), why="", form_key=new_id(), by=cast.amina, at=MONDAY)
    stand_in_line(chosen=chosen, form_key=new_id(), by=cast.amina, at=MONDAY)
    told = text_of(client_of(cast.bo), url(cast))
    assert "Åbent på planen: 2 små skridt og 1 valg. Det bliver stående hos Amina." in told
    assert "Amina står i kø eller har en plads 1 sted. Når du afslutter, går pladsen videre til den næste." in told
    assert "Dit forløb er slut" not in text_of(client_of(cast.amina), hers)
    assert end(cast)[0] == 303
    assert (Plan.objects.get().ended_at is not None, SmallStep.objects.filter(done_at=None).count()) == (True, 2)
    assert (
        "Dit forløb er slut Åbent på din plan: 2 små skridt og 1 valg. Det er stadig dit. Vi minder dig ikke om det mere."
    ) in text_of(client_of(cast.amina), hers)


def test_hours_and_place_of_a_job_are_kept_and_four_days_to_ask_about_are_planned(cast: Cast) -> None:
    assert end(cast, place_name="Køkkenet på havnen", wage_hours="22,5")[0] == 303
    kept = Exit.objects.get()
    assert (kept.place_name, kept.wage_hours) == ("Køkkenet på havnen", Decimal("22.5"))
    assert kept.follow_ups.count() == 4
    assert "Efter 1 måned: 2. april 2026" in text_of(client_of(cast.bo), reverse("case", args=[cast.aminas_table.pk]))


def test_whoever_leaves_for_no_place_has_none(cast: Cast) -> None:
    assert end(cast, reason="sick", place_name="Køkkenet på havnen", wage_hours="22,5")[0] == 303
    kept = Exit.objects.get()
    assert (kept.place_name, kept.wage_hours) == ("", None)


@pytest.mark.parametrize(
    ("told", "reads"),
    [
        (
            {"place_name": "Køkkenet på havnen", "wage_hours": "20"},
            "Du er begyndt i et job. Tillykke med det. Det bestemte du selv. Køkkenet på havnen, 20 timer om ugen"
            " Du sagde: Jeg begynder i køkkenet. Det var den 2. marts 2026. Bordet er stadig dit.",
        ),
        (
            {
                "reason": "discharged_by_caseworker",
                "decided_by": "caseworker",
                "grounds": "Vi er enige.",
                "citizen_words": "",
            },
            "Din sagsbehandler har afsluttet forløbet. Det bestemte din sagsbehandler."
            " Din sagsbehandler skrev: Vi er enige. Det var den 2. marts 2026.",
        ),
    ],
)
def test_she_reads_on_her_table_how_it_ended(cast: Cast, told: dict[str, str], reads: str) -> None:
    begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    assert end(cast, **told)[0] == 303
    assert reads in text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))
