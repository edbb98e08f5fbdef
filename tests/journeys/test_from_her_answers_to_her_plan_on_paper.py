"""Amina turns her answers into a plan, rewords what Bo proposes, agrees how they talk, says yes, and has it on paper."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from bordenden.foundation.ids import new_id
from bordenden.plans import actions
from bordenden.plans.models import Barrier, ContactAgreement, Handover, Plan, PlanVersion, SmallStep, Wording
from tests.assessments.twenty import named
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press
from tests.web.citizen.rounds import begun, said
from tests.web.parts.test_version_print import words as words_on

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
STEP = "I seng klokken ti"
HARD = "Det er svært, når jeg vågner klokken fire."
GOAL = "At sove hele natten"
DREAM = "Jeg drømmer om at arbejde med børn."
PROPOSED, REWORDED = "Få et job i en daginstitution", "Et par timer om dagen i en børnehave"
IDEA = "Besøge børnehaven på Engvej"
BY_PHONE = "I taler i telefon. Hver 14. dag."
GIVEN = "Givet, da vi mødtes · 2. marts 2026 · Bo Lund"
MIE_DOES = "Gå med første gang"
# What stands on the page that is pressed or leads away, wherever it stands.
ONLY_ON_A_SCREEN = "button:visible, .button:visible, nav:visible, form:visible, main a:visible"


def she_chooses_what_to_work_on(page: Page, cast: Cast) -> None:
    """She has rated sleep and friends; the step for sleep goes into her plan by one tick, the other stays hers."""
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=6)
    go(page, "sheet_work", sheet.pk)
    for code in ("soevn", "venner"):
        page.get_by_label(named(sheet.version, code).topic).check()
    press(page, "Gå videre")
    page.get_by_label("Mit næste lille skridt").fill(STEP)
    page.get_by_label("Skriv det også i min plan").check()
    press(page, "Gem og gå videre")
    page.get_by_label("Mit næste lille skridt").fill("Ringe til Fatma")
    press(page, "Gem og gå videre")
    press(page, "Behold det selv")
    assert heading(page) == "Tak. Dine svar er gemt."


def she_writes_her_plan(page: Page, cast: Cast) -> Plan:
    """What makes it hard comes from her answers; then her dream and a goal, in her own words."""
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Hele min plan")
    plan: Plan = Plan.objects.get(table=cast.aminas_table)
    follow(page, "Skriv noget, der er svært")
    page.get_by_label("Det, der gør det svært").fill(HARD)
    page.get_by_label("Er det noget af det, du vil arbejde med?").select_option("soevn")
    press(page, "Gem")
    follow(page, "Det drømmer jeg om", exact=False)
    page.get_by_label("Mine ord").fill(DREAM)
    press(page, "Gem mine ord")
    follow(page, "Skriv et mål")
    page.get_by_label("Mit mål").fill(GOAL)
    press(page, "Gem mit mål")
    on_page = page.locator("main").inner_text()
    assert [words for words in (STEP, HARD, DREAM, GOAL) if words not in on_page] == []
    assert [(one.words, one.item) for one in Barrier.objects.all()] == [(HARD, "soevn")]
    return plan


def bo_proposes_a_goal(page: Page, plan: Plan) -> None:
    go(page, "case_plan", plan.pk)
    follow(page, "Foreslå noget")
    page.get_by_label("Et mål", exact=True).check()
    page.get_by_label("Dit forslag").fill(PROPOSED)
    page.get_by_label("Hvad handler målet om?").select_option(label="Job")
    press(page, "Send forslaget")
    assert page.get_by_text("Det venter på svar fra Amina").count() == 1


def she_says_yes_in_her_own_words(page: Page, plan: Plan) -> None:
    go(page, "plan", plan.pk)
    assert page.get_by_text("Bo foreslår et mål").count() == 1
    follow(page, PROPOSED, exact=False)
    page.get_by_text("Ja, men med mine ord").click()
    page.get_by_label("Med mine ord", exact=True).fill(REWORDED)
    press(page, "Gem med mine ord")
    goals = page.locator("ul.goals .goal-words").all_inner_texts()
    assert (REWORDED in goals, PROPOSED in goals) == (True, False)


def both_are_named(page: Page, plan: Plan) -> None:
    """Hers is hers alone; of the other one she reads who had the idea, and that she decided."""
    go(page, "plan", plan.pk)
    follow(page, "Hvem bestemte?")
    cards = {words: page.locator(".card").filter(has_text=words).inner_text() for words in (GOAL, REWORDED)}
    assert "Du fik idéen og sagde ja den 2. marts 2026." in cards[GOAL]
    assert "Bo fik idéen. Du sagde ja den 2. marts 2026." in cards[REWORDED]


def she_decides_how_they_talk(page: Page, plan: Plan) -> None:
    go(page, "plan", plan.pk)
    follow(page, "Rundt om mig: dem, jeg kan ringe til")
    follow(page, "Skriv en mere")
    page.get_by_label("En anden").check()
    page.get_by_label("Navn").fill("Sara, min søster")
    page.get_by_label("Telefon").fill("20 00 00 05")
    press(page, "Skriv på listen")
    follow(page, "Sig, hvordan I holder kontakt")
    page.get_by_label("Hver 14. dag").check()
    page.get_by_label("I taler i telefon").check()
    press(page, "Sådan skal det være")
    assert heading(page) == "Rundt om mig"
    assert page.get_by_text(BY_PHONE, exact=True).count() == 1
    agreed = ContactAgreement.objects.get(plan=plan)
    assert (agreed.every_days, agreed.channel, agreed.agreed_by) == (14, "phone", plan.owner)


def she_puts_an_idea_on_it(page: Page, cast: Cast) -> None:
    go(page, "idea_new", cast.aminas_table.pk)
    page.get_by_label("Hvad er din idé?").fill(IDEA)
    page.get_by_label("Job").check()
    page.get_by_label("Hvorfor vil du gerne det?").fill("Jeg vil se, hvordan dagen går.")
    press(page, "Sæt det på min plan")


def she_gathers_it_and_says_yes(page: Page, plan: Plan) -> PlanVersion:
    go(page, "plan", plan.pk)
    follow(page, "Min plan på papir")
    press(page, "Saml min plan, som den er nu")
    follow(page, "Jeg har læst den. Gå videre")
    press(page, "Ja, det er min plan")
    assert page.get_by_text("Du sagde ja på din egen skærm.").count() == 1
    return PlanVersion.objects.get(plan=plan, status="agreed")


def her_whole_plan() -> tuple[str, ...]:
    return (DREAM, HARD, GOAL, REWORDED, STEP, IDEA, MIE_DOES, "Sara, min søster", "20 00 00 05", "20 00 00 02")


def she_fetches_the_paper(page: Page) -> None:
    """The bytes as her own browser is given them."""
    where = page.get_by_role("link", name="Hent til papir (PDF)").get_attribute("href")
    assert where is not None
    answer = page.request.get(where)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    paper = PdfReader(BytesIO(answer.body()))
    assert paper.metadata is not None
    assert (paper.metadata.title, len(paper.pages)) == ("Min plan", 1)
    read = words_on(paper)
    wanted = (*her_whole_plan(), "Min sagsbehandler: hver 14. dag. Telefon", "Det vil jeg gerne have ændret")
    assert [words for words in wanted if words not in read] == []


def the_page_prints_as_well(page: Page) -> None:
    """Everything of the plan, her lines to write on, and nothing to press."""
    drawn = page.locator(".version-section h2").all_inner_texts()
    assert page.locator(ONLY_ON_A_SCREEN).count() > 0
    assert not page.locator(".write-line").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(ONLY_ON_A_SCREEN).count() == 0
    assert page.locator(".write-line:visible").count() == 4
    read = page.locator("main").inner_text().replace("\u00a0", " ")
    wanted = (*her_whole_plan(), *drawn, "Det vil jeg gerne have ændret", "Dato og underskrift")
    assert [words for words in wanted if words not in read] == []
    page.emulate_media(media="screen")


def bo_gives_it_to_her(page: Page, plan: Plan) -> None:
    go(page, "case_versions", plan.pk)
    assert page.get_by_text("Amina har ikke fået den på papir endnu.").count() == 1
    follow(page, "Udgave 1", exact=False)
    follow(page, "Amina har fået planen")
    page.get_by_label("Hvilken dag?").fill("2026-03-02")
    page.get_by_label("Givet, da vi mødtes").check()
    press(page, "Gem")
    assert page.get_by_text(GIVEN).count() == 1


def what_bo_has_written(cast: Cast, plan: Plan) -> None:
    """What Mie is there for, so that there is a mentor on the paper too."""
    actions.write_mentor_role(
        plan=plan,
        mentor=cast.mie,
        words="Mie går med til det, der er nyt.",
        tasks=MIE_DOES,
        version=0,
        form_key=new_id(),
        by=cast.bo,
        at=cast.at,
    )


@pytest.mark.requirement("R84", "R103")
def test_her_answers_become_a_plan_she_says_yes_to_and_holds_in_her_hand(quiet_house: House) -> None:
    house, cast = quiet_house, quiet_house.cast
    amina, bo = house.visitor(cast.amina), house.visitor(cast.bo)
    she_chooses_what_to_work_on(amina, cast)
    plan = she_writes_her_plan(amina, cast)
    assert list(SmallStep.objects.values_list("words", "owner")) == [(STEP, "citizen")]
    bo_proposes_a_goal(bo, plan)
    she_says_yes_in_her_own_words(amina, plan)
    both_are_named(amina, plan)
    assert set(Wording.objects.values_list("words", "written_by")) == {
        (GOAL, cast.amina.pk),
        (REWORDED, cast.amina.pk),
    }
    she_decides_how_they_talk(amina, plan)
    she_puts_an_idea_on_it(amina, cast)
    what_bo_has_written(cast, plan)
    version = she_gathers_it_and_says_yes(amina, plan)
    assert version.agreed_by == cast.amina
    she_fetches_the_paper(amina)
    the_page_prints_as_well(amina)
    bo_gives_it_to_her(bo, plan)
    assert Handover.objects.get(version=version).handed_by == cast.bo
    go(amina, "versions", plan.pk)
    assert amina.get_by_text(GIVEN).count() == 1
