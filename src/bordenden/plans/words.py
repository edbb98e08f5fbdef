"""The words of plans: what she may say in her own words, and who takes a step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatementKind(models.TextChoices):
    """What she says in her own words. Nobody else writes it."""

    DREAM = "dream", _("Det drømmer jeg om")
    WISH = "wish", _("Det ønsker jeg mig")
    STRENGTH = "strength", _("Det er jeg god til")
    PROBLEM = "problem", _("Sådan ser jeg problemet")
    SOLUTION = "solution", _("Det, der kan hjælpe mig")
    # What else fills her life, only if she wants to say it, and only as she says it: never a label from outside.
    THEME = "theme", _("Det fylder også")
    # The words of a goal she set before she had said anything else: a decision always builds on words of hers.
    GOAL = "goal", _("Mit mål, som jeg sagde det")


# What she writes by herself, in the order of the page.
SPOKEN = (
    StatementKind.DREAM,
    StatementKind.WISH,
    StatementKind.STRENGTH,
    StatementKind.PROBLEM,
    StatementKind.SOLUTION,
    StatementKind.THEME,
)


class StepOwner(models.TextChoices):
    """Whose step it is; hers unless she says otherwise."""

    CITIZEN = "citizen", _("Mig selv")
    COORDINATOR = "coordinator", _("Min sagsbehandler")
    MENTOR = "mentor", _("Min mentor")


class PlanKind(models.TextChoices):
    """Which plan it is: one across all areas, the part of it that is a resource course, or a family's."""

    ONE = "one", _("Min plan")
    RESOURCE = "resource", _("Indsatsdel af rehabiliteringsplanen")
    FAMILY = "family", _("Familiens plan")


class DecisionAbout(models.TextChoices):
    """What she has a say in, and what the influence record counts."""

    GOAL = "goal", _("Mål")
    STEP = "step", _("Et lille skridt")
    OFFER = "offer", _("Hvad du er med i")
    TEMPO = "tempo", _("Tempoet")
    ORDER = "order", _("Rækkefølgen")
    CONTACT_FORM = "contact_form", _("Hvordan I holder kontakt")
    MENTOR = "mentor", _("Din mentor")


class ProposalAnswer(models.TextChoices):
    """What she said to a proposal."""

    ACCEPTED = "accepted", _("Ja tak")
    REWORDED = "reworded", _("Ja, men med mine ord")
    REJECTED = "rejected", _("Nej tak")


class PennedAs(models.TextChoices):
    """What a caseworker wrote down while she spoke; it waits until she says that it is right."""

    STATEMENT = "statement", _("Mine ord")
    GOAL = "goal", _("Et mål")
    REWORD = "reword", _("Et mål, sagt på en anden måde")
    STEP = "step", _("Et lille skridt")


class PenAnswer(models.TextChoices):
    """What became of something written for her."""

    RIGHT = "right", _("Ja, det er rigtigt")
    CORRECTED = "corrected", _("Rettet med mine ord")
    WRONG = "wrong", _("Nej, det er ikke mine ord")
    REPLACED = "replaced", _("Skrevet på ny")


class GoalChange(models.TextChoices):
    """What happened to a goal besides its words."""

    TAGGED = "tagged", _("Jeg har sagt, hvad målet handler om")
    REACHED = "reached", _("Jeg har nået det")
    NOT_REACHED = "not_reached", _("Jeg er i gang igen")
    LET_GO = "let_go", _("Jeg har lagt det væk")
    TAKEN_UP = "taken_up", _("Jeg har taget det op igen")


class GoalKind(models.TextChoices):
    """What a goal is about. A skill she wants goes with her own look at how realistic it is."""

    OWN = "own", _("Noget andet i mit liv")
    EDUCATION = "education", _("Uddannelse")
    JOB = "job", _("Job")
    SKILL = "skill", _("Noget, jeg vil kunne")


class Horizon(models.TextChoices):
    """How far off a goal is; none is fine, and a long one is as good as a short one."""

    WEEKS = "weeks", _("Om nogle uger")
    MONTHS = "months", _("Om nogle måneder")
    YEARS = "years", _("Om nogle år")


class LifeArea(models.TextChoices):
    """The part of life a goal, a barrier or a step belongs to."""

    EMPLOYMENT = "employment", _("Job")
    EDUCATION = "education", _("Uddannelse")
    HEALTH = "health", _("Krop og sind")
    FAMILY = "family", _("Familie og hverdag")
    HOUSING = "housing", _("Bolig")
    ECONOMY = "economy", _("Penge")
    NETWORK = "network", _("Mennesker omkring mig")


class TaskType(models.TextChoices):
    """What a caseworker's task is for (the project's own list: plan, goal, choice, motivate, make demands)."""

    PLAN = "plan", _("Hjælpe med at planlægge")
    GOAL = "goal", _("Hjælpe med at finde mål")
    CHOOSE = "choose", _("Hjælpe med at vælge")
    MOTIVATE = "motivate", _("Støtte og opmuntre")
    DEMAND = "demand", _("Følge op på det aftalte")


class Tempo(models.TextChoices):
    """Her pace with something she has chosen."""

    NOW = "now", _("Nu")
    SOON = "soon", _("Snart")
    LATER = "later", _("Senere")
    PAUSE = "pause", _("På pause")


class ChosenStatus(models.TextChoices):
    """Where something she has chosen stands."""

    WISH = "wish", _("Et ønske")
    REQUESTED = "requested", _("Jeg har bedt om det")
    GRANTED = "granted", _("Der er sagt ja")
    NOT_GRANTED = "not_granted", _("Der er sagt nej")
    WAITING = "waiting", _("Jeg venter på en plads")
    OFFERED = "offered", _("Der er en plads til mig")
    STARTED = "started", _("Jeg er i gang")
    COMPLETED = "completed", _("Jeg er færdig")
    STOPPED = "stopped", _("Jeg er stoppet")


# What stands on the plan no more; a new wish for the same thing may follow.
ENDED = frozenset({ChosenStatus.NOT_GRANTED, ChosenStatus.COMPLETED, ChosenStatus.STOPPED})


# From what something chosen may become what; nothing else happens to it.
COMES_FROM: dict[ChosenStatus, frozenset[ChosenStatus]] = {
    ChosenStatus.WISH: frozenset({ChosenStatus.WAITING, ChosenStatus.OFFERED}),
    ChosenStatus.REQUESTED: frozenset({ChosenStatus.WISH, ChosenStatus.NOT_GRANTED}),
    ChosenStatus.GRANTED: frozenset({ChosenStatus.REQUESTED, ChosenStatus.WAITING, ChosenStatus.OFFERED}),
    ChosenStatus.NOT_GRANTED: frozenset({ChosenStatus.REQUESTED}),
    ChosenStatus.WAITING: frozenset({ChosenStatus.WISH, ChosenStatus.GRANTED}),
    ChosenStatus.OFFERED: frozenset({ChosenStatus.WISH, ChosenStatus.GRANTED, ChosenStatus.WAITING}),
    ChosenStatus.STARTED: frozenset({ChosenStatus.WISH, ChosenStatus.GRANTED, ChosenStatus.OFFERED}),
    ChosenStatus.COMPLETED: frozenset({ChosenStatus.STARTED}),
    ChosenStatus.STOPPED: frozenset(ChosenStatus) - ENDED,
}
# What follows the line of its offer by itself.
IN_A_LINE = frozenset({ChosenStatus.WAITING, ChosenStatus.OFFERED})
# What she may look back on.
OVER = frozenset({ChosenStatus.COMPLETED, ChosenStatus.STOPPED})


class Outcome(models.TextChoices):
    """Her own view of what came of it."""

    ACHIEVED = "achieved", _("Det lykkedes")
    PARTLY = "partly", _("Noget af det lykkedes")
    NOT = "not", _("Det lykkedes ikke")


class Match(models.TextChoices):
    """Whether it was the right thing for her."""

    RIGHT = "right", _("Ja, det var det rigtige")
    PARTLY = "partly", _("Noget af det var det rigtige")
    WRONG = "wrong", _("Nej, det var ikke det rigtige")


class ContactRole(models.TextChoices):
    """Whom a plan names."""

    COORDINATOR = "coordinator", _("Min sagsbehandler")
    MENTOR = "mentor", _("Min mentor")
    DEPARTMENT = "department", _("Afdeling i kommunen")
    GUIDANCE = "guidance", _("Ungdommens Uddannelsesvejledning")
    PROVIDER = "provider", _("Dem, der står for et tilbud")
    OTHER = "other", _("En anden")


# These two come to the list by themselves, from who sits at her table.
FROM_THE_TABLE = frozenset({ContactRole.COORDINATOR, ContactRole.MENTOR})
# Somebody she is to deal with for their profession's sake, wherever they sit.
PROFESSIONAL_CONTACTS = frozenset({ContactRole.DEPARTMENT, ContactRole.GUIDANCE, ContactRole.PROVIDER})
# A plan on paper has room for so many; a page for so many.
ON_PRINT, MOST_CONTACTS = 8, 20


class Rhythm(models.IntegerChoices):
    """How often they keep in touch: days at most between two contacts."""

    FEW_DAYS = 3, _("Et par gange om ugen")
    WEEK = 7, _("Hver uge")
    TWO_WEEKS = 14, _("Hver 14. dag")
    THREE_WEEKS = 21, _("Hver 3. uge")
    MONTH = 30, _("Hver måned")
    TWO_MONTHS = 60, _("Hver anden måned")


class Awaits(models.TextChoices):
    """What somebody is waited for to write: the first three are hers, the others the caseworker's."""

    PROPOSAL = "proposal", _("Der er et forslag til dig")
    PENNED = "penned", _("Der er skrevet for dig")
    DRAFT = "draft", _("Din plan er klar til, at du læser den")
    HELP = "help", _("Du har bedt om noget")
    STEP = "step", _("Du vil have hjælp til et skridt")


class VersionStatus(models.TextChoices):
    """Where a version of the plan stands."""

    DRAFT = "draft", _("Udkast")
    AGREED = "agreed", _("Aftalt")
    SUPERSEDED = "superseded", _("Afløst af en nyere")
    # A draft that was never agreed to and made way for a newer one: somebody may hold it on paper.
    DROPPED = "dropped", _("Lagt væk")


class AgreedHow(models.TextChoices):
    """How she said yes to it."""

    DEVICE = "device", _("På egen telefon eller computer")
    PAPER = "paper", _("På papir")


class HandedOver(models.TextChoices):
    """How a printed plan came into her hands."""

    MEETING = "meeting", _("Givet, da vi mødtes")
    POST = "post", _("Sendt med posten")
    PICKUP = "pickup", _("Hentet")


class Lacks(models.TextChoices):
    """What a plan must hold before she can agree to it; she may always write, only the agreeing waits."""

    PROBLEM = "problem", _("Skriv med dine egne ord, hvad der gør det svært.")
    WISH = "wish", _("Skriv med dine egne ord, hvad du ønsker eller drømmer om.")
    GOAL = "goal", _("Skriv et mål om job eller uddannelse.")
    CHOSEN = "chosen", _("Vælg noget, du vil være med i.")
    DESCRIBED = "described", _("Noget, du har valgt, mangler et par ord om, hvad det er.")
    CONTACTS = "contacts", _("Skriv, hvem du ellers kan ringe til.")
    MENTOR_ROLE = "mentor_role", _("Skriv, hvad din mentor hjælper dig med.")
    PHONE = "phone", _("Din sagsbehandler mangler at skrive telefon og tid.")


class PrintPart(models.TextChoices):
    """The parts of the printed plan, in the national order; the labels are its headings."""

    WORDS = "words", _("Mine ord")
    GOALS = "goals", _("Mine mål")
    BARRIERS = "barriers", _("Det, der gør det svært")
    STEPS = "steps", _("Mine små skridt")
    CHOSEN = "chosen", _("Det, jeg har valgt at være med i")
    MENTOR = "mentor", _("Min mentor")
    CONTACTS = "contacts", _("Dem kan jeg ringe til")
    AGREEMENT = "agreement", _("Sådan holder vi kontakt")
    INFLUENCE = "influence", _("Hvem foreslog, og hvem bestemte")
    CHANGES = "changes", _("Det vil jeg gerne have ændret")
    SIGNATURE = "signature", _("Bekræftet på papir")


# What no municipality may leave out: what the plan must hold, and her two lines at its end.
NEVER_LEFT_OUT = frozenset(
    {
        PrintPart.GOALS,
        PrintPart.STEPS,
        PrintPart.CHOSEN,
        PrintPart.MENTOR,
        PrintPart.CONTACTS,
        PrintPart.AGREEMENT,
        PrintPart.CHANGES,
        PrintPart.SIGNATURE,
    }
)
# Not on paper unless a municipality wants it: two pages are to be enough.
NOT_BY_DEFAULT = frozenset({PrintPart.INFLUENCE})
LONGEST_HEADING, LONGEST_INTRO = 60, 400
