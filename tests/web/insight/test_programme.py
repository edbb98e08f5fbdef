"""Tal for programmet: participants per project, exact, for the agency and the evaluator."""

from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.insight.reading import lines_of


def test_stine_and_eva_see_every_project_with_its_participants(cast: Cast) -> None:
    """Bakkeby's project has nobody yet; Fjordby's has three."""
    for person in (cast.stine, cast.eva):
        html = client_of(person).get(reverse("programme", args=[cast.programme.pk])).content.decode()
        assert lines_of(html, "table") == {
            "Bakkeby (opdigtet): Din egen vej": ("0",),
            "Fjordby (opdigtet): Din egen vej": ("3",),
            "I alt": ("3",),
        }


def test_only_stine_is_offered_to_publish(cast: Cast) -> None:
    """Eva evaluates; the agency publishes."""
    page = reverse("programme", args=[cast.programme.pk])
    publish = reverse("release_publish", args=[cast.programme.pk])
    assert publish in client_of(cast.stine).get(page).content.decode()
    assert publish not in client_of(cast.eva).get(page).content.decode()


def test_project_leaders_and_people_at_tables_get_404(cast: Cast) -> None:
    """The programme's figures are not theirs."""
    page = reverse("programme", args=[cast.programme.pk])
    for person in (cast.lis, cast.niels, cast.amina, cast.bo, cast.ole):
        assert client_of(person).get(page).status_code == 404
