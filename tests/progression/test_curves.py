"""Stays, competing reasons and moves: R's survival to the last digits, and what cannot be computed."""

import pytest

from progression import errors
from progression.flows import Curve, cox, cumulative_incidence, kaplan_meier, transitions
from tests.progression.expected import EXPECTED, MGUS, apart, columns

R = EXPECTED["curves"]


def agrees(curve: Curve, name: str) -> bool:
    """Whether value and error are R's at R's times."""
    value, se = zip(*(curve.at(time) for time in R["at"]), strict=True)
    return apart(value, R[name]) < 1e-12 and apart(se, R[f"{name}_se"]) < 1e-12


def test_the_share_still_in_is_kaplan_meiers() -> None:
    curve = kaplan_meier(MGUS, "months", "reason").only
    assert agrees(curve, "km")
    at = [int(curve.time.searchsorted(time, "right")) - 1 for time in R["at"]]
    assert apart(curve.low[at], R["km_low"]) < 1e-12
    assert apart(curve.high[at], R["km_high"]) < 1e-12
    assert agrees(kaplan_meier(MGUS, "months", "reason", by="sex")["M"], "male")


def test_competing_reasons_are_aalen_johansens_with_rs_errors_at_every_time() -> None:
    curves = cumulative_incidence(MGUS, "months", "reason")
    assert list(curves) == ["death", "pcm"]
    assert agrees(curves["death"], "death")
    assert agrees(curves["pcm"], "pcm")
    whole = curves["pcm"]
    assert apart(whole.time, R["all_time"]) == 0
    assert apart(whole.value, R["all_pcm"]) < 1e-12
    assert apart(whole.se, R["all_pcm_se"]) < 1e-12
    at = [int(whole.time.searchsorted(time, "right")) - 1 for time in R["at"]]
    assert apart(whole.low[at][1:], R["pcm_low"][1:]) < 1e-12
    assert apart(whole.high[at][1:], R["pcm_high"][1:]) < 1e-12


def test_the_reasons_together_are_all_who_are_no_longer_in() -> None:
    curves = cumulative_incidence(MGUS, "months", "reason", by="sex")
    still = kaplan_meier(MGUS, "months", "reason", by="sex")
    for sex in ("F", "M"):
        together = sum(curves[sex, why].value for why in ("death", "pcm"))
        assert together == pytest.approx(1 - still[sex].value)
    assert curves.to_table().column_names[:3] == ["sex", "reason", "time"]


def test_a_curve_by_hand() -> None:
    """Ten in; 2 leave for a job at 3 months, 4 are last seen at 5, 1 leaves by choice at 6 of the 4 left."""
    table = {"months": [3] * 2 + [5] * 4 + [6] + [9] * 3, "reason": ["job"] * 2 + [None] * 4 + ["choice"] + [""] * 3}
    curves = cumulative_incidence(table, "months", "reason")
    assert curves["job"].at(6) == pytest.approx((0.2, (0.2 * 0.8 / 10) ** 0.5))
    assert curves["choice"].at(6)[0] == pytest.approx(0.8 / 4)
    assert curves["choice"].at_risk.tolist() == [10, 8, 4, 3]
    assert curves["choice"].at(2) == (0, 0)
    assert kaplan_meier(table, "months", "reason").only.at(2) == (1, 0)
    assert kaplan_meier(table, "months", "reason").only.value.tolist() == pytest.approx([0.8, 0.8, 0.6, 0.6])


def test_when_everybody_has_left_the_curve_is_0_without_error() -> None:
    curve = kaplan_meier({"months": [1, 2], "reason": ["job", "job"]}, "months", "reason").only
    assert (curve.value[-1], curve.se[-1], curve.low[-1], curve.high[-1]) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("case", "covariates", "of"), [("death", ["age", "male", "hgb"], "death"), ("any", ["age", "male"], None)]
)
def test_cox_is_that_of_coxph(case: str, covariates: list[str], of: str | None) -> None:
    fit, r = cox(MGUS, "months", "reason", covariates, of=of), EXPECTED["cox"][case]
    assert apart([one.value for one in fit.coefficients.values()], r["value"]) < 1e-8
    assert apart([one.se for one in fit.coefficients.values()], r["se"]) < 1e-8
    assert fit.log_likelihood == pytest.approx(r["log_likelihood"], abs=1e-8)
    assert (fit.n, fit.left) == (r["n"], r["left"])


def test_many_who_leave_at_once_are_efrons() -> None:
    table = columns("mgus.csv")
    table["months"] = [24 * (month // 24) for month in table["months"]]
    fit, r = cox(table, "months", "reason", ["age", "male"]), EXPECTED["cox"]["ties"]
    assert apart([one.value for one in fit.coefficients.values()], r["value"]) < 1e-8
    assert apart([one.se for one in fit.coefficients.values()], r["se"]) < 1e-8


def test_what_cox_cannot_tell_is_refused() -> None:
    table = {"months": [1, 2, 3, 4, 5, 6], "reason": ["job"] * 3 + [None] * 3, "hours": [9, 8, 7, 2, 3, 1]}
    with pytest.raises(errors.NoFiniteAnswer, match="Column 'hours' tells who leaves without fail"):
        cox(table, "months", "reason", ["hours"])
    with pytest.raises(errors.TooFew, match="nobody left for 'prison'"):
        cox(table, "months", "reason", ["hours"], of="prison")
    with pytest.raises(errors.TooFew, match="names no reason: nobody has left"):
        cumulative_incidence({**table, "reason": [None] * 6}, "months", "reason")


def test_moves_from_one_occasion_to_the_next() -> None:
    table: dict[str, list[int] | list[str]] = {
        "person": [1, 1, 1, 2, 2, 3],
        "months": [0, 3, 6, 1, 4, 2],
        "state": ["home", "placement", "job", "home", "home", "job"],
    }
    found = transitions(table, "person", "months", "state")
    assert found.states == ("home", "job", "placement")
    assert (found.shares["home", "home"].count, found.shares["home", "home"].of) == (1, 2)
    assert found.shares["placement", "job"].value == 1
    assert found.shares["job", "home"].value is None
    share = found.shares["home", "placement"]
    assert (share.low, share.high) == pytest.approx((0.0945, 0.9055), abs=1e-4)
    with pytest.raises(errors.DuplicatedOccasion, match="Column 'months', row 2: the person has two rows at 0"):
        transitions({**table, "months": [0, 0, 6, 1, 4, 2]}, "person", "months", "state")
    with pytest.raises(errors.TooFew, match="Nobody has two occasions"):
        transitions({name: column[5:] for name, column in table.items()}, "person", "months", "state")
