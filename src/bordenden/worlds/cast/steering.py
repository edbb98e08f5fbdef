"""Styregruppen in Fjordby: three areas of four sit there, and health is missing. All made up."""

from bordenden.people import actions as people
from bordenden.programmes import actions as programmes
from bordenden.programmes.actions import Called
from bordenden.programmes.words import Department, OfficeRole
from bordenden.worlds.cast.people import BEGUN, Cast

LAST_IN_THE_LIST = 41


def build_steering(cast: Cast) -> None:
    """Hanne may log in and sees the areas; a colleague of the social department works in the project."""
    at = cast.at - BEGUN
    seats = (
        (Department.SOCIAL, Called("Hanne", "Dam", "Socialchef")),
        (Department.EMPLOYMENT, Called("Per", "Skov", "Jobcenterchef")),
        (Department.EDUCATION, Called("Tine", "Vang", "Skolechef")),
    )
    hanne, *_others = [
        programmes.seat_in_steering(project=cast.project, department=area, whom=whom, by=cast.lis, at=at).person
        for area, whom in seats
    ]
    line = "I styregruppen: ser, om alle områder er med"
    people.give_demo_login(person=hanne, username="hanne", order=LAST_IN_THE_LIST, line=line)
    rikke = people.register(
        municipality=cast.fjordby,
        given_name="Rikke",
        family_name="Bang",
        phone="20 00 00 41",
        title="Socialrådgiver",
        reachable="man–fre 9–12",
        made_up=True,
    )
    programmes.give_office(
        person=rikke, role=OfficeRole.PROFESSIONAL, project=cast.project, department=Department.SOCIAL, at=at
    )
