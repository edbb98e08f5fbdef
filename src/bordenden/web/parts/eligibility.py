"""May she join? The verdict in plain Danish for those who work with it: yes or no, and what decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bordenden.programmes.words import Track
from bordenden.web.design.parts import Fact
from progression.spells import Rule, Rules, Verdict


class Answer(StrEnum):
    """What the verdicts come to; also what a list is filtered by."""

    YES = "ja"
    NOT_YET = "endnu"
    NO = "nej"
    ASK = "mangler"


_ANSWERS = {
    Rule.NOT_LONG_ENOUGH: Answer.NOT_YET,
    Rule.AGE_UNKNOWN: Answer.ASK,
    Rule.EDUCATION_UNKNOWN: Answer.ASK,
}
KINDS = {Answer.YES: "success", Answer.NOT_YET: "info", Answer.NO: "info", Answer.ASK: "warning"}


@dataclass(frozen=True, slots=True)
class Said:
    """The answer in a few words, what decided in one line and in sentences, and the days it was decided by."""

    answer: Answer
    short: str
    line: str
    because: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def kind(self) -> str:
        """How the answer is dressed."""
        return KINDS[self.answer]

    @property
    def text(self) -> str:
        """All the sentences."""
        return " ".join(self.because)


def said(verdict: Verdict | None, rules: Rules) -> Said:
    """The verdict in words; None where her benefits cannot be reckoned with."""
    if verdict is None:
        unknown = _("Der står en ydelse, som reglerne ikke kender på den tid. Se listen over ydelser efter.")
        return Said(Answer.ASK, _("Kan ikke regnes ud"), unknown, (unknown,), ())
    answer = Answer.YES if verdict.eligible else _ANSWERS.get(verdict.rule, Answer.NO)
    words = (*_about_days(verdict, rules), *_about_track(verdict, rules))
    return Said(answer, short(answer), _line(verdict), words, _facts(verdict, rules))


def short(answer: Answer) -> str:
    """The answer as a label."""
    labels = {
        Answer.YES: _("Kan være med"),
        Answer.NOT_YET: _("Kan ikke være med endnu"),
        Answer.NO: _("Kan ikke være med"),
        Answer.ASK: _("Vi mangler at vide noget"),
    }
    return labels[answer]


def _line(verdict: Verdict) -> str:
    """What decided, for a list."""
    told = {"since": _day(verdict.spell_start), "first": _day(verdict.first_eligible_on)}
    if verdict.eligible:
        programme = _("Ressourceforløb siden %(since)s.") % told
        return programme if _needs_no_years(verdict) else _("Hjælp uden afbrydelse siden %(since)s.") % told
    lines = {
        Rule.AFTER_LAST_REFERRAL: _("Sidste dag for henvisning er gået."),
        Rule.NO_BENEFIT: _("Ingen hjælp, der tæller, i denne måned eller måneden før."),
        Rule.NOT_LONG_ENOUGH: _("Tidligst %(first)s.") % told,
        Rule.AGE_UNKNOWN: _("Hvor gammel er borgeren?"),
        Rule.EDUCATION_UNKNOWN: _("Har borgeren en erhvervsuddannelse?"),
        Rule.OTHER_TRACK: _("Hører til det andet spor."),
    }
    return lines[verdict.rule]


def _about_days(verdict: Verdict, rules: Rules) -> tuple[str, ...]:
    """Whether there is benefit enough, or that it is too late."""
    if verdict.rule == Rule.AFTER_LAST_REFERRAL:
        last = _day(rules.last_referral_on)
        return (_("Sidste dag for henvisning var %(day)s.") % {"day": last},)
    if verdict.rule == Rule.NO_BENEFIT:
        return _without_benefit(verdict, rules)
    if verdict.spell_start is None:
        return ()
    if _needs_no_years(verdict):
        words = _("Borgeren har fået ressourceforløbsydelse siden %(day)s. Så skal der ikke %(years)d år til.")
        return (words % {"day": _day(verdict.spell_start), "years": rules.years_needed},)
    return (*_years(verdict, rules), *_reset(verdict))


def _needs_no_years(verdict: Verdict) -> bool:
    return verdict.first_eligible_on == verdict.spell_start


def _years(verdict: Verdict, rules: Rules) -> tuple[str, ...]:
    told = {
        "benefits": _benefits(rules),
        "day": _day(verdict.spell_start),
        "years": rules.years_needed,
        "enough": _day(verdict.first_eligible_on),
    }
    since = _("Borgeren har fået %(benefits)s siden %(day)s. Ingen hel måned har været uden.") % told
    if verdict.rule == Rule.NOT_LONG_ENOUGH:
        return since, _("Der skal %(years)d år til. Det er der den %(enough)s.") % told
    return since, _("Det er %(years)d år eller mere. De %(years)d år var gået den %(enough)s.") % told


def _reset(verdict: Verdict) -> tuple[str, ...]:
    """The month that began the count anew."""
    if verdict.reset_month is None or verdict.empty_since is None:
        return ()
    return (
        _("Tællingen begyndte forfra, fordi der ikke var hjælp i hele %(months)s.") % {"months": _months(verdict)},
    )


def _months(verdict: Verdict) -> str:
    first, last = verdict.empty_since, verdict.reset_month
    if first == last or first is None:
        return _month(last)
    return _("%(first)s til %(last)s") % {"first": _month(first), "last": _month(last)}


def _without_benefit(verdict: Verdict, rules: Rules) -> tuple[str, ...]:
    if verdict.last_day is None:
        labels = [_benefits(rules), *(rules.by_code[code].label for code in sorted(rules.resource_programmes))]
        return (_("Der står ikke nogen dage med %(benefits)s.") % {"benefits": _either(labels)},)
    told = {"day": _day(verdict.last_day), "months": _months(verdict), "benefits": _benefits(rules)}
    return (
        _("Den seneste dag med %(benefits)s var %(day)s.") % told,
        _("Der var ikke hjælp i hele %(months)s. Derfor tæller tiden før ikke med.") % told,
    )


def _about_track(verdict: Verdict, rules: Rules) -> tuple[str, ...]:
    """Age and vocational education, and to which track they lead; nothing where the days say no by themselves."""
    if verdict.rule in (Rule.AFTER_LAST_REFERRAL, Rule.NO_BENEFIT):
        return ()
    told = {"limit": rules.education_track_under(verdict.referred_on)}
    if verdict.age is None:
        return (_("Vi kender ikke borgerens alder."),)
    if verdict.track_belongs is None:
        return (
            _("Borgeren er under %(limit)d år.") % told,
            _("Så er det en erhvervsuddannelse, der afgør sporet. Spørg borgeren, og skriv svaret her."),
        )
    if verdict.age >= told["limit"]:
        why = _("Borgeren er fyldt %(limit)d år.") % told
    elif Track(verdict.track_belongs) == Track.JOB:
        why = _("Borgeren er under %(limit)d år og har en erhvervsuddannelse.") % told
    else:
        why = _("Borgeren er under %(limit)d år og har ikke en erhvervsuddannelse.") % told
    belongs = _("Derfor er sporet %(track)s.") % {"track": str(Track(verdict.track_belongs).label).lower()}
    if verdict.rule == Rule.OTHER_TRACK:
        return why, belongs, _("Projektet her har det andet spor.")
    return why, belongs


def _facts(verdict: Verdict, rules: Rules) -> tuple[Fact, ...]:
    told = (
        (_("Reglen, der afgjorde det"), _rule(verdict, rules)),
        (_("Hjælp uden afbrydelse siden"), _day(verdict.spell_start)),
        (_("Kan tidligst være med"), _day(verdict.first_eligible_on)),
        (_("Måned uden hjælp, der begyndte tællingen forfra"), _months(verdict) if verdict.reset_month else ""),
        (_("Seneste dag med hjælp"), _day(verdict.last_day)),
        (_("Alder"), _("%(age)d år") % {"age": verdict.age} if verdict.age is not None else ""),
        (_("Spor"), str(Track(verdict.track_belongs).label) if verdict.track_belongs else ""),
        (_("Regnet for"), _day(verdict.referred_on)),
    )
    return tuple(Fact(term, value) for term, value in told if value)


def _rule(verdict: Verdict, rules: Rules) -> str:
    years, limit = rules.years_needed, rules.education_track_under(verdict.referred_on)
    names = {
        Rule.AFTER_LAST_REFERRAL: _("Sidste dag for henvisning"),
        Rule.NO_BENEFIT: _("Hjælp i denne måned eller måneden før"),
        Rule.NOT_LONG_ENOUGH: _("%(years)d år uden en hel måned uden hjælp"),
        Rule.AGE_UNKNOWN: _("Alder"),
        Rule.EDUCATION_UNKNOWN: _("Erhvervsuddannelse"),
        Rule.OTHER_TRACK: _("Projektets spor"),
        Rule.TWO_YEARS: _("%(years)d år uden en hel måned uden hjælp"),
        Rule.RESOURCE_PROGRAMME_UNDER_30: _("Ressourceforløb, under %(limit)d år uden erhvervsuddannelse"),
        Rule.RESOURCE_PROGRAMME_SKILLED: _("Ressourceforløb, under %(limit)d år med erhvervsuddannelse"),
        Rule.RESOURCE_PROGRAMME_30: _("Ressourceforløb, fyldt %(limit)d år"),
    }
    return names[verdict.rule] % {"years": years, "limit": limit}


def _benefits(rules: Rules) -> str:
    return _either([one.label for one in rules.benefits if one.code in rules.counting])


def _either(labels: list[str]) -> str:
    return _(" eller ").join(labels)


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _month(day: date | None) -> str:
    return date_format(day, "YEAR_MONTH_FORMAT") if day else ""
