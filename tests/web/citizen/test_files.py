"""Mine filer: she lays one on the table, her caseworker ticked from the start; what is not taken in is said."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from bordenden.exchange.models import File, FileView
from bordenden.exchange.words import Shown
from tests.cast import Cast, client_of
from tests.exchange.drawn import HIGH, SECRET, WIDE, from_a_telephone
from tests.exchange.telling import a_file, laid, view_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


def url(cast: Cast) -> str:
    return reverse("files", args=[cast.aminas_table.pk])


def test_she_lays_one_for_bo_and_taps_twice(cast: Cast) -> None:
    amina = client_of(cast.amina)
    form = form_of(amina.get(url(cast)))
    assert form["seats"] == str(cast.bos_seat.pk)
    for _tap in range(2):
        assert amina.post(url(cast), {**form, "file": a_file("<b>Brev</b>.pdf")}).status_code == 303
    (file,) = File.objects.all()
    seen = FileView.objects.filter(sharing=Shown.SENT)
    assert (file.name, [view.shared_to for view in seen]) == ("b>.pdf", [cast.bos_seat])
    page = text_of(amina, url(cast))
    assert "Bo kan se den." in page
    assert amina.post(url(cast), {"form_key": form["form_key"]}).status_code == 422


def test_without_a_tick_only_she_sees_it(cast: Cast) -> None:
    amina = client_of(cast.amina)
    key = form_of(amina.get(url(cast)))["form_key"]
    assert amina.post(url(cast), {"form_key": key, "file": a_file()}).status_code == 303
    assert FileView.objects.count() == 0
    assert "Kun du kan se den." in text_of(amina, url(cast))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.pdf", b"", "Filen er tom"),
        ("billede.jpg", b"Her er mit billede.", "Vi kan kun tage imod PDF og billeder"),
        ("billede.jpg", b"\xff\xd8\xffHer er det.", "Vi kan ikke læse billedet. Tag det igen"),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic", "Gem det som JPEG, eller tag et skærmbillede af det."),
        ("side.pdf", b"<html>", "Vi kan kun tage imod PDF og billeder"),
        ("a" * 200 + ".pdf", b"%PDF-1.4", "Filens navn er for langt"),
        ("stor.pdf", b"%PDF-" + b"0" * 10_000_000, "Filen er for stor. Den må fylde 10 MB."),
        ("enorm.pdf", b"%PDF-" + b"0" * 11_000_000, "Den må fylde 10 MB."),
    ],
)
def test_what_is_not_taken_in_is_said_where_the_file_is_chosen(
    cast: Cast, name: str, content: bytes, said: str
) -> None:
    amina = client_of(cast.amina)
    key = form_of(amina.get(url(cast)))["form_key"]
    sent = {"form_key": key, "seats": str(cast.mies_seat.pk)}
    refused = amina.post(url(cast), {**sent, "file": a_file(name, content)})
    assert (refused.status_code, said in words_of(refused), File.objects.count()) == (422, True, 0)
    # What she ticked stands as she left it.
    assert {field: form_of(refused)[field] for field in sent} == sent


def test_her_picture_is_fetched_without_where_it_was_taken(cast: Cast) -> None:
    amina, sent = client_of(cast.amina), from_a_telephone()
    form = form_of(amina.get(url(cast)))
    assert "I et billede sletter vi, hvor og hvornår det er taget." in text_of(amina, url(cast))
    for _tap in range(2):
        assert amina.post(url(cast), {**form, "file": a_file("Mig.jpg", sent)}).status_code == 303
    (file,) = File.objects.all()
    got = amina.get(reverse("file_get", args=[file.pk]))
    bos = client_of(cast.bo).get(reverse("case_file_get", args=[view_of(file, cast.bos_seat).pk]))
    assert (got.content, got["Content-Type"], file.size) == (bos.content, "image/jpeg", len(got.content))
    picture = Image.open(BytesIO(got.content))
    assert (SECRET.encode() in got.content, dict(picture.getexif()), picture.size) == (False, {}, (HIGH, WIDE))


def test_nobody_else_comes_in_here_and_many_cost_the_same(cast: Cast) -> None:
    for person in (cast.bo, cast.mie, cast.ole, cast.sara):
        assert client_of(person).get(url(cast)).status_code == 404
        assert client_of(person).post(url(cast), {"file": a_file()}).status_code in {404, 422}
    assert File.objects.count() == 0
    laid(cast, cast.bos_seat)
    amina = client_of(cast.amina)
    one = queries_of(amina, url(cast))
    for number in range(25):
        laid(cast, cast.bos_seat, more=f"%{number}".encode())
    assert queries_of(amina, url(cast)) == one <= 12
