"""A question read aloud: the bytes decide what is kept."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bordenden.assessments.models import Instrument, Recording
from tests.cast import Cast, client_of
from tests.web.pages import text_of, words_in

CODE = "901-at-komme-omkring"
OGG = b"OggS" + b"\0" * 40


def address(instrument: Instrument) -> str:
    return reverse("draft_voice", args=[instrument.pk, CODE])


def test_a_sound_is_kept_and_an_artificial_voice_is_said_to_be_one(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    sent = {"sound": SimpleUploadedFile("a.mp3", OGG), "artificial": "on", "edition": ""}
    assert lis.post(address(local), sent).status_code == 303
    voice = Recording.objects.get()
    assert (bytes(voice.content), voice.media_type, voice.artificial) == (OGG, "audio/ogg", True)
    assert "Der er en optagelse med en kunstig stemme." in text_of(lis, address(local))
    assert lis.post(address(local), {"remove": "1"}).status_code == 303
    assert not Recording.objects.exists()


def test_what_is_no_sound_or_too_large_is_refused_whatever_it_is_called(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    for content, said in (
        (b"<html>", "ikke en lydfil, vi kender"),
        (OGG + b"\0" * 300_000, "Optagelsen er for stor"),
    ):
        answer = lis.post(address(local), {"sound": SimpleUploadedFile("a.ogg", content), "edition": ""})
        assert answer.status_code == 422
        assert said in words_in(answer.content.decode())
    assert lis.post(address(local), {}).status_code == 422
    assert not Recording.objects.exists()


def test_only_who_edits_gives_a_voice(story: Cast, local: Instrument) -> None:
    sent = {"sound": SimpleUploadedFile("a.ogg", OGG), "edition": ""}
    assert client_of(story.stine).post(address(local), sent).status_code == 404
