"""Det, vi har set på: Amina reads what Bo showed her."""

from django.urls import reverse

from tests.cast import Cast, client_of


def test_amina_reads_it_and_nobody_else(story: Cast) -> None:
    url = reverse("shown_offers", args=[story.aminas_table.pk])
    page = client_of(story.amina).get(url).content.decode()
    assert "Med Bo" in page
    assert "Prøv et arbejde med omsorg" in page
    for name in ("bo", "mie", "sara", "karim", "ole", "lis"):
        assert client_of(getattr(story, name)).get(url).status_code == 404, name


def test_at_first_there_is_nothing(cast: Cast) -> None:
    page = client_of(cast.karim).get(reverse("shown_offers", args=[cast.karims_table.pk])).content.decode()
    assert "Når I har set på noget sammen" in page
