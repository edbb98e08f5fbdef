"""Ny tekst: a draft, once; too long a paragraph is refused and kept in the form."""

from uuid import uuid4

from django.urls import reverse

from bordenden.offers.models import Material
from tests.cast import Cast, client_of
from tests.offers.kept import begun

SAID = {"title": "Når du skal tale", "area": "", "text": "Tag en ven med.\r\n\r\nSig det vigtigste først."}


def url(cast: Cast) -> str:
    return reverse("material_new", args=[begun(cast).pk])


def test_sent_twice_it_is_one_draft(cast: Cast) -> None:
    lis, sent = client_of(cast.lis), {**SAID, "form_key": str(uuid4())}
    assert [lis.post(url(cast), sent).status_code for _ in "ab"] == [303, 303]
    (text,) = Material.objects.all()
    assert (text.text, text.published_at) == ("Tag en ven med.\n\nSig det vigtigste først.", None)


def test_a_long_paragraph_is_refused_and_stays_in_the_form(cast: Cast) -> None:
    long = "Noget meget langt. " * 30
    answer = client_of(cast.lis).post(url(cast), {**SAID, "text": long, "form_key": str(uuid4())})
    page = answer.content.decode()
    assert (answer.status_code, "korte afsnit" in page, "Noget meget langt." in page) == (422, True, True)
    assert not Material.objects.exists()


def test_nobody_else_writes_one(cast: Cast) -> None:
    page = url(cast)
    assert [client_of(one).post(page, SAID).status_code for one in (cast.bo, cast.niels, cast.amina)] == [404] * 3
