"""En tekst hos den, der passer den: changed, published, taken out."""

from uuid import uuid4

from django.urls import reverse

from bordenden.offers.models import Material
from tests.cast import Cast, client_of
from tests.web.insight.keeping import refused_to_others
from tests.web.insight.test_material_new import SAID
from tests.web.insight.test_material_new import url as new


def test_lis_changes_publishes_and_takes_it_out(cast: Cast) -> None:
    lis = client_of(cast.lis)
    url = lis.post(new(cast), {**SAID, "form_key": str(uuid4())})["Location"]
    assert lis.post(url, {**SAID, "title": "Nyt navn", "version": "1"}).status_code == 303
    stale = lis.post(url, {**SAID, "title": "Et andet", "version": "1"})
    assert (stale.status_code, "Nyt navn" in stale.content.decode()) == (422, True)
    assert lis.post(url, {"withdraw": "1"}).status_code == 422
    assert lis.post(url, {"publish": "1"}).status_code == 303
    text = Material.objects.get()
    assert (text.title, text.published_at is None, text.withdrawn_at) == ("Nyt navn", False, None)
    assert lis.post(url, {"withdraw": "1"}).status_code == 303
    assert Material.objects.get().withdrawn_at is not None


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    text = Material.objects.get(municipality=story.fjordby, starter="soevn")
    refused_to_others(story, reverse("material_kept", args=[text.pk]))
