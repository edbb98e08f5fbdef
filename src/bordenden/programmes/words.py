"""The words of programmes: tracks, offices and departments, with their Danish labels."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Track(models.TextChoices):
    """Which way a project points; drives editions and rules."""

    EDUCATION = "udd", _("Uddannelse")
    JOB = "job", _("Job")


class OfficeRole(models.TextChoices):
    """An office is held in an organisation and never reaches a table."""

    PROJECT_LEADER = "project_leader", _("Projektleder")
    CASEWORKER = "caseworker", _("Sagsbehandler")
    PROFESSIONAL = "professional", _("Fagperson")
    AGENCY = "agency", _("Styrelsen")
    EVALUATOR = "evaluator", _("Evaluator")
    KEEPER = "keeper", _("Ansvarlig for mulighederne")
    ADMINISTRATOR = "administrator", _("Administrator")
    SUPERVISOR = "supervisor", _("Faglig leder")
    STEERING = "steering", _("Styregruppe")
    INTAKE = "intake", _("Visitator")


class RuleSet(models.TextChoices):
    """Which law decides who may join; what each says is data of `progression.spells`."""

    LAW_OF_2014 = "2014", _("Reglerne fra 2014")
    LAW_OF_TODAY = "today", _("Reglerne i dag")


# Who a programme of these rules is for, as a project's profile says it; the rules themselves: `progression.spells`.
PROFILES = {
    RuleSet.LAW_OF_2014: (
        _("To år eller mere på kontanthjælp eller uddannelseshjælp uden ophold"),
        _("I ressourceforløb, uden krav om de to år"),
    ),
    RuleSet.LAW_OF_TODAY: (
        _("To år eller mere på hjælp uden ophold, efter reglerne i dag"),
        _("I ressourceforløb, uden krav om de to år"),
    ),
}
# The least a municipality had to have over the period for its grant (S3: half a project is no project).
LEAST_PARTICIPANTS = 50


class Department(models.TextChoices):
    """The part of a municipality somebody works in; the effort goes across them all."""

    EMPLOYMENT = "employment", _("Beskæftigelse")
    SOCIAL = "social", _("Social")
    HEALTH = "health", _("Sundhed")
    EDUCATION = "education", _("Uddannelse")


# Whoever works with the citizens of a project and is to be trained for it.
STAFF = frozenset({OfficeRole.PROJECT_LEADER, OfficeRole.CASEWORKER, OfficeRole.PROFESSIONAL})

# What a project leader gives and ends in the own project; whoever leads or supervises it is appointed elsewhere.
TEAM = (OfficeRole.CASEWORKER, OfficeRole.PROFESSIONAL, OfficeRole.INTAKE)

# More from one area is no steering group any more, but a meeting.
MOST_FROM_AN_AREA = 5
