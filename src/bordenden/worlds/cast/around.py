"""Who stands around Amina's plan: eight to call, contact every second week, Mie's role, the guidance. All made up."""

from datetime import timedelta

from bordenden.contactlog.words import Channel
from bordenden.foundation.ids import new_id
from bordenden.plans import actions, queries
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import Plan, PlanContact
from bordenden.plans.words import ContactRole, Rhythm
from bordenden.programmes.words import Department
from bordenden.worlds.cast.people import Cast

TYPED, PROPOSED, AGREED = timedelta(days=29), timedelta(days=28), timedelta(days=27)
ROLE, GUIDANCE, TEAM, RULES = timedelta(days=24), timedelta(days=18), timedelta(days=17), timedelta(days=150)

# Role, name, where, department, telephone, hours. Bo and Mie stand there by themselves.
CONTACTS = (
    (ContactRole.DEPARTMENT, "Økonomihjælpen", "Rådhuset, 1. sal", Department.SOCIAL, "20 00 00 21", "man–fre 9–12"),
    (ContactRole.DEPARTMENT, "Sundhedscentret", "Havnegade 2", Department.HEALTH, "20 00 00 22", "hverdage 8–15"),
    (ContactRole.GUIDANCE, "Pia Vest", "Uddannelsesvejledningen", None, "20 00 00 23", "tirs og tors 10–14"),
    (ContactRole.PROVIDER, "Den lille børnehave", "Engvej 4", None, "20 00 00 24", "hverdage 9–15"),
    (ContactRole.PROVIDER, "Søvnholdet", "Sundhedscentret", None, "20 00 00 25", "ons 10–11"),
    (ContactRole.OTHER, "Sara, min søster", "", None, "20 00 00 05", "næsten altid"),
)
MIE_IS = "Mie er en, der har prøvet det selv. Hun går med, når noget er nyt."
MIE_DOES = "Tage bussen sammen til børnehaven\nTale om dagen bagefter\nRinge søndag aften, når en ny uge begynder"


def build_around(cast: Cast) -> None:
    """The list, the agreement Bo proposed and she said yes to, what Mie is there for, two notes she can read."""
    plan = queries.plan_of(table=cast.aminas_table)
    assert plan is not None  # noqa: S101
    typed = [_typed(cast, plan, *contact) for contact in CONTACTS]
    by_phone = ContactForm(Rhythm.TWO_WEEKS, Channel.PHONE, words="Ring helst om formiddagen.")
    actions.propose_contact(plan=plan, form=by_phone, form_key=new_id(), by=cast.bo, at=cast.at - PROPOSED)
    actions.agree_contact(plan=plan, form=by_phone, version=0, form_key=new_id(), by=cast.amina, at=cast.at - AGREED)
    actions.write_mentor_role(
        plan=plan,
        mentor=cast.mie,
        words=MIE_IS,
        tasks=MIE_DOES,
        version=0,
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - ROLE,
    )
    _notes(cast, plan, typed[2])


def _typed(
    cast: Cast,
    plan: Plan,
    role: ContactRole,
    name: str,
    where: str,
    department: Department | None,
    phone: str,
    hours: str,
) -> PlanContact:
    return actions.set_contact(
        plan=plan,
        role=role,
        name=name,
        where=where,
        department=department,
        phone=phone,
        hours=hours,
        form_key=new_id(),
        by=cast.amina if role == ContactRole.OTHER else cast.bo,
        at=cast.at - TYPED,
    )


def _notes(cast: Cast, plan: Plan, guidance: PlanContact) -> None:
    actions.set_plan_rules(
        project=cast.project, uses_team=True, most_professionals=5, version=0, by=cast.lis, at=cast.at - RULES
    )
    actions.note_guidance(
        plan=plan,
        contact=guidance,
        on=(cast.at - GUIDANCE).date(),
        words="Pia fortæller, at skolen har et kort forløb for dem, der vil arbejde med børn. Det begynder til august.",
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - GUIDANCE,
    )
    actions.note_team_advice(
        plan=plan,
        on=(cast.at - TEAM).date(),
        took_part=[Department.EMPLOYMENT, Department.SOCIAL, Department.HEALTH],
        words="Begynd med få timer. Lad søvnen komme først. Børnehaven er et godt sted at prøve.",
        form_key=new_id(),
        by=cast.bo,
        at=cast.at - TEAM,
    )
