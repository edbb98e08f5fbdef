"""One version at the caseworker's door: as she reads it, what is missing, and what is to be done with it."""

from tests.cast import Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.pages import queries_of, text_of
from tests.web.paper import address, drafted, held, refuses


def test_a_draft_that_lacks_something_says_so_and_cannot_be_signed(cast: Cast) -> None:
    version = drafted(cast, aminas_plan(cast))
    there = address("case_version", version)
    assert "Før Amina kan sige ja" in text_of(client_of(cast.bo), there)
    assert address("version_paper", version) not in client_of(cast.bo).get(there).content.decode()


def test_a_plan_that_holds_is_to_be_given(cast: Cast) -> None:
    version = held(cast)
    there = address("case_version", version)
    assert address("handover_new", version) in client_of(cast.bo).get(there).content.decode()
    assert queries_of(client_of(cast.bo), there) <= 12
    refuses(cast, there, "amina")
