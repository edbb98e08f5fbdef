"""Luk hurtigt: nobody is logged in any more, the browser forgets, and the back button leads to the login."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast, client_of


def test_luk_hurtigt_ends_the_session_and_shows_a_calendar(story: Cast) -> None:
    amina, page = client_of(story.amina), reverse("table", args=[story.aminas_table.pk])
    assert amina.get(page).status_code == 200
    left = amina.post("/luk/")
    assert (left.status_code, left["Location"]) == (303, "/kalender/")
    assert left["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    back = amina.get(page)
    assert (back.status_code, back["Location"]) == (302, f"/log-ind/?next={page.replace('/', '%2F')}")


def test_a_link_on_another_site_shows_nobody_out(story: Cast) -> None:
    amina = client_of(story.amina)
    assert amina.get("/luk/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(story.amina.login)
    assert strict.post("/luk/").status_code == 403
    assert "_auth_user_id" in strict.session


def test_pressed_twice_it_still_shows_the_calendar(story: Cast) -> None:
    amina = client_of(story.amina)
    assert [amina.post("/luk/").status_code for _twice in range(2)] == [303, 303]
