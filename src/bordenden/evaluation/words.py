"""The words of the evaluation: the caveat on every analysis, the mark of a withheld number, merged reasons."""

from django.utils.translation import gettext_lazy as _

from bordenden.pathways.words import ExitReason

# The kinds of release.
EXITS, EXPERIENCE = "exits", "experience"

CAVEAT = _("Ingen effektmåling: Tallene viser, hvad der er sket. De viser ikke, hvad der virkede.")
WITHHELD_WORDS = _("ikke vist – for at beskytte enkeltpersoner")
ROUNDED = _("Tallene er rundet af til nærmeste 5. Derfor kan summen afvige lidt fra tallet for alle.")

# Reasons put together where one of them is too small to stand alone; the order is the order of the merging.
WORK_OR_EDUCATION = "work_or_education"
ELSEWHERE = "elsewhere"
MERGED = {
    WORK_OR_EDUCATION: _("Job, fleksjob, uddannelse eller revalidering"),
    ELSEWHERE: _("Flytning, fængsel og andet"),
}
MERGES = (
    (
        WORK_OR_EDUCATION,
        (
            ExitReason.FLEXJOB,
            ExitReason.ORDINARY_EDUCATION,
            ExitReason.ORDINARY_JOB,
            ExitReason.REHABILITATION,
        ),
    ),
    (
        ELSEWHERE,
        (
            ExitReason.MOVED,
            ExitReason.IMPRISONMENT,
            ExitReason.DISABILITY_PENSION,
            ExitReason.RESOURCE_PROGRAMME,
            ExitReason.SICK,
            ExitReason.PARENTAL,
            ExitReason.PENSION_AGE,
            ExitReason.DEATH,
            ExitReason.PROJECT_END,
            ExitReason.OTHER,
        ),
    ),
)


# Which exits count as supporting oneself, wholly or in part; a decision of ours, not a measure of the evaluation's.
# Sources: the seed's own list of exits (Jobcenter Aalborg: ordinært job 6, ordinær uddannelse 2, fleksjob 2), and the
# project description's hope of "hel eller delvis selvforsørgelse" (a flexjob is the partial one). Revalidering is not
# here: one is on the way, and is supported while it lasts.
SELF_SUPPORT = (ExitReason.ORDINARY_JOB, ExitReason.ORDINARY_EDUCATION, ExitReason.FLEXJOB)

# Which exits are to public support that may last (R99: less of it is hoped for); a decision of ours as well.
LASTING_SUPPORT = (ExitReason.DISABILITY_PENSION, ExitReason.RESOURCE_PROGRAMME)

# The figures of a release about how they work together, in this order; each is asked once a quarter.
TRUST, INFLUENCE, HELPED_HER, HELPED_STAFF, BELIEF = (
    "trust",
    "influence",
    "helped_citizen",
    "helped_coordinator",
    "belief",
)
LOW, MIDDLE, HIGH = "low", "middle", "high"
TITLES = {
    TRUST: _("Tillid til sagsbehandleren"),
    INFLUENCE: _("Indflydelse på egen sag"),
    HELPED_HER: _("Borgerne: hjalp samtalen?"),
    HELPED_STAFF: _("Sagsbehandlerne: hjalp samtalen?"),
    BELIEF: _("Tror sagsbehandleren på, at borgeren får et job?"),
}
# What is said under the title: who was asked what, and how each is counted once.
HOW_COUNTED = {
    TRUST: _("Borgernes nyeste svar i kvartalet, fra 0 til 10."),
    INFLUENCE: _("Borgernes nyeste svar i kvartalet, fra 0 til 10."),
    HELPED_HER: _("Det, hver borger sagde sidst efter en samtale i kvartalet."),
    HELPED_STAFF: _("Det, hver sagsbehandler sagde sidst efter en samtale i kvartalet."),
    BELIEF: _("Sagsbehandlernes ti nyeste borgere, talt sammen. Ingen ved, hvem tallene handler om."),
}
ANSWERS = {
    LOW: _("0–3"),
    MIDDLE: _("4–6"),
    HIGH: _("7–10"),
    "yes": _("Ja"),
    "somewhat": _("Lidt"),
    "no": _("Nej"),
    "low_or_middle": _("0–6"),
    "somewhat_or_no": _("Lidt eller nej"),
}


def answer_label(code: str) -> str:
    """What an answer, or several put together, is called."""
    return str(ANSWERS[code])


def reason_label(code: str) -> str:
    """What a reason, or several put together, is called."""
    return str(MERGED[code]) if code in MERGED else str(ExitReason(code).label)
