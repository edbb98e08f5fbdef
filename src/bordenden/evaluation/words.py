"""The words of the evaluation: the caveat on every analysis, the mark of a withheld number, merged reasons."""

from django.utils.translation import gettext_lazy as _

from bordenden.pathways.words import ExitReason

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


def reason_label(code: str) -> str:
    """What a reason, or several put together, is called."""
    return str(MERGED[code]) if code in MERGED else str(ExitReason(code).label)
