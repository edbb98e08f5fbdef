"""What every answer says to the browser, also when it says no: keep nothing, frame nothing, run nothing foreign."""

from importlib import import_module

import pytest
from django.test import Client

from tests.cast import Cast, client_of

POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
}
SAID = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def test_every_answer_says_the_same_to_the_browser(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = client_of(story.amina)
    amina.raise_request_exception = False
    table = f"/bord/{story.aminas_table.pk}/"
    strict = Client(enforce_csrf_checks=True)
    answers = {
        200: amina.get(table),
        302: Client().get(table),
        303: amina.post(f"{table}vurdering/"),
        400: amina.get(table, headers={"host": "evil.example"}),
        401: Client().post(table),
        403: strict.post(table),
        404: client_of(story.ole).get(table),
        405: amina.put(table),
        422: amina.post(f"/plads/{story.mies_seat.pk}/"),
    }
    monkeypatch.setattr(import_module("bordenden.web.entry.views.accessibility"), "render", None)
    answers[500] = amina.get("/was")
    assert {code: answer.status_code for code, answer in answers.items()} == {code: code for code in answers}
    for code, answer in answers.items():
        assert {name: answer.get(name) for name in SAID} == SAID, code
        assert {*answer["Content-Security-Policy"].split("; ")} == POLICY, code
