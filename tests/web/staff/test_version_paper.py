"""Ja på papir: Bo notes her signature under his own name; a family says who of them signed."""

from bordenden.plans.words import AgreedHow
from tests.cast import Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.pages import text_of
from tests.web.paper import address, drafted, refuses
from tests.web.reading import form_of, words_of


def test_bo_notes_that_amina_signed(cast: Cast) -> None:
    version, bo = drafted(cast), client_of(cast.bo)
    there = address("version_paper", version)
    assert "at du skrev det ned" in text_of(bo, there)
    assert bo.post(there, form_of(bo.get(there))).status_code == 303
    version.refresh_from_db()
    assert (version.agreed_by, version.noted_by, version.agreed_how) == (cast.amina, cast.bo, AgreedHow.PAPER)


def test_he_cannot_name_himself_nor_sign_what_lacks_something(cast: Cast) -> None:
    version = drafted(cast, aminas_plan(cast))
    there, bo = address("version_paper", version), client_of(cast.bo)
    assert "Planen mangler noget" in text_of(bo, there)
    for signer, words in ((cast.bo, ""), (cast.amina, "Skriv et mål")):
        answer = bo.post(there, {"signed_by": str(signer.pk)})
        assert (answer.status_code, words in words_of(answer)) == (422, True)
    version.refresh_from_db()
    assert version.agreed_at is None


def test_nobody_else_notes_it(cast: Cast) -> None:
    refuses(cast, address("version_paper", drafted(cast)), "amina")
