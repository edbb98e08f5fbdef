"""New, changed, gone, in another order: each once, in the order of the plan."""

from bordenden.plans.queries import Difference, Line, Sort, differences


def lines(*said: str, part: str = "chosen") -> list[Line]:
    """ "a:text" is the line with the key a."""
    return [Line(part, one.partition(":")[0], one.partition(":")[2], ordered=True) for one in said]


def test_nothing_changed_is_no_difference() -> None:
    assert differences(lines("a:A", "b:B"), lines("a:A", "b:B")) == ()


def test_each_kind_of_difference() -> None:
    found = differences(lines("a:A", "b:B", "c:C"), lines("b:B", "a:AA", "d:D"))
    assert found == (
        Difference("chosen", Sort.CHANGED, "A", "AA"),
        Difference("chosen", Sort.NEW, "", "D"),
        Difference("chosen", Sort.GONE, "C", ""),
        Difference("chosen", Sort.ORDER, "AA, B", "B, AA"),
    )


def test_a_step_that_was_done_long_ago_is_not_missed() -> None:
    done = [Line("steps", "a", "Gå en tur", passing=True)]
    assert differences(done, []) == ()
    assert differences([Line("steps", "a", "Gå en tur")], []) == (Difference("steps", Sort.GONE, "Gå en tur", ""),)
