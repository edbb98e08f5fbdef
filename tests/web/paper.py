"""What the tests of the plan on paper share: Amina's versions, and who may never open a page of hers."""

from django.urls import reverse

from bordenden.foundation.ids import new_id
from bordenden.plans import actions
from bordenden.plans.models import Plan, PlanVersion
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import ready_plan

# Nobody of these sits at her table as head or caseworker; Mie and Sara may have rooms open.
OUTSIDE = ("mie", "sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def drafted(cast: Cast, plan: Plan | None = None) -> PlanVersion:
    """A draft Bo made of a plan she can agree to."""
    return actions.make_draft(plan=plan or ready_plan(cast), form_key=new_id(), by=cast.bo, at=MONDAY)


def held(cast: Cast) -> PlanVersion:
    """The one she has agreed to."""
    return actions.agree(version=drafted(cast), by=cast.amina, at=MONDAY)


def refuses(cast: Cast, url: str, *more: str) -> None:
    """404 for everybody outside, whether it is read or sent."""
    for name in (*OUTSIDE, *more):
        client = client_of(getattr(cast, name))
        assert (name, client.get(url).status_code, client.post(url, {}).status_code) == (name, 404, 404)


def address(name: str, thing: Plan | PlanVersion) -> str:
    """The page of a thing."""
    return reverse(name, args=[thing.pk])
