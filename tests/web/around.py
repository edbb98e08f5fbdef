"""What the tests of the pages around a plan share: Amina's plan in the story, and who is refused there."""

from typing import Any

from bordenden.plans.models import Plan
from tests.cast import Cast, client_of

# Nobody of these sits at her table with anything to do here; Mie and Sara sit there with nothing opened.
OTHERS = ("mie", "sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def plan_of(story: Cast) -> Plan:
    """Amina's."""
    return Plan.objects.get(table=story.aminas_table)


def refused(story: Cast, url: str, sent: dict[str, Any], *more: str) -> None:
    """To everybody else, and to these, it is not there."""
    for name in (*OTHERS, *more):
        other = client_of(getattr(story, name))
        assert (name, other.get(url).status_code, other.post(url, sent).status_code) == (name, 404, 404)
