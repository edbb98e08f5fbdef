"""Kan borgeren være med? Yes or no with the reason, what she lived on, and what else decides."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation import cpr
from bordenden.intake.queries import group_labels, masked, may_join, periods_of, referral_of, rules_for
from bordenden.web.design.parts import Cell, Fact, Row, Table
from bordenden.web.parts.eligibility import Answer, said
from bordenden.web.parts.paging import cut_found
from bordenden.web.staff.candidate_forms import EDUCATION_WORDS, education_key
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bordenden.intake.models import BenefitPeriod, Candidate
    from progression.spells import Rules


@opens(acts.CANDIDATE_READ)
def candidate(visit: Visit[Candidate], candidate: UUID) -> HttpResponse:
    """One who might join, until the course begins."""
    reached = visit.reach(candidate, "person", "project__programme")
    rules, on = rules_for(project=reached.project), localdate(visit.at)
    periods = periods_of(people=[reached.person]).get(reached.person_id, [])
    told = said(may_join(candidate=reached, periods=periods, rules=rules, on=on), rules)
    newest_first = cut_found(periods[::-1], visit.request.GET.get("side"))
    return visit.show(
        "staff/candidate.html",
        {
            "candidate": reached,
            "cpr": masked(reached.person.cpr),
            "cpr_warning": cpr.parse(reached.person.cpr).warning if reached.person.cpr else "",
            "told": told,
            "facts": told.facts,
            "decides": _decides(reached, group_labels(rules=rules, on=on)),
            "table": _table(newest_first.rows, rules) if periods else None,
            "pager": newest_first.pager,
            "rules": reached.project.programme.get_rule_set_display(),
            "asked": referral_of(candidate=reached) is not None,
            "may_ask": told.answer == Answer.YES and visit.may(acts.REFERRAL_MAKE, reached),
            "may_change": visit.may(acts.CANDIDATE_CHANGE, reached),
            "may_import": visit.may(acts.BENEFITS_IMPORT, reached.project),
        },
    )


def _decides(candidate: Candidate, groups: dict[str, str]) -> tuple[Fact, ...]:
    education = dict(EDUCATION_WORDS)[education_key(candidate.vocational_education)]
    group = groups.get(candidate.target_group, candidate.target_group) or _("Ikke valgt")
    return Fact(_("Erhvervsuddannelse"), str(education)), Fact(_("Målgruppe"), group)


def _table(periods: Sequence[BenefitPeriod], rules: Rules) -> Table:
    """The newest first."""
    rows = []
    for one in periods:
        known = rules.by_code.get(one.benefit)
        last = date_format(one.ends_on, "DATE_FORMAT") if one.ends_on else _("løber endnu")
        cells = (Cell(date_format(one.starts_on, "DATE_FORMAT")), Cell(last))
        rows.append(Row(Cell(known.label[:1].upper() + known.label[1:] if known else one.benefit), cells))
    return Table(_("Det har borgeren levet af"), (_("Ydelse"), _("Fra"), _("Til")), tuple(rows))
