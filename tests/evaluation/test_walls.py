"""Figures behind PostgreSQL's walls: a programme is counted over all municipalities, a project in its own."""

from django.urls import reverse

from bordenden.evaluation.models import Release
from bordenden.worlds import national
from bordenden.worlds.aalborg import Aalborg
from tests.cast import client_of
from tests.walls import as_the_application
from tests.web.insight.reading import lines_of


def test_aalborg_is_built_shown_and_published_by_the_applications_own_role(jobcenter: Aalborg) -> None:
    """The same table as without walls, and a release from the button."""
    with as_the_application():
        lis = client_of(jobcenter.lis)
        html = lis.get(reverse("project", args=[jobcenter.project.pk])).content.decode()
        assert lines_of(html, "table")["I alt"] == ("26", "100 %")
        Release.objects.all().delete()
        page = reverse("release_publish", args=[jobcenter.programme.pk])
        assert client_of(jobcenter.stine).post(page, {"quarter": "2016Q3"}).status_code == 303
    assert Release.objects.get().tables[0]["cells"] == [5, 10, None, 5, 25]


def test_the_agency_counts_participants_of_all_municipalities(db: None) -> None:
    """Thirty municipalities, though she herself belongs to one."""
    with as_the_application():
        world = national.build(participants=60)
        office = world.programme.offices.select_related("person").get(role="agency")
        html = client_of(office.person).get(reverse("programme", args=[world.programme.pk])).content.decode()
        lines = lines_of(html, "table")
        assert (len(lines), lines["I alt"]) == (31, ("60",))
