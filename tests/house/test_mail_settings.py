"""How e-mails leave is said in one setting; without it, and in the demo, none leaves the machine."""

from pathlib import Path

import pytest

from bordenden.config.mail import mail

FOLDER = Path("mail")


def test_without_a_word_mails_are_written_to_a_folder() -> None:
    assert mail("folder", FOLDER) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": "mail",
    }


@pytest.mark.parametrize(
    ("url", "server", "tls", "ssl"),
    [
        ("smtp://huset:hemmeligt%40@post.kommune.example", ("post.kommune.example", 587), True, False),
        ("smtps://huset:hemmeligt%40@post.kommune.example:4465", ("post.kommune.example", 4465), False, True),
        ("smtp://huset:hemmeligt%40@127.0.0.1:25", ("127.0.0.1", 25), False, False),
    ],
)
def test_only_a_server_on_this_machine_is_spoken_to_in_the_clear(
    url: str, server: tuple[str, int], tls: bool, ssl: bool
) -> None:
    said = mail(url, FOLDER)
    assert (said["EMAIL_HOST"], said["EMAIL_PORT"]) == server
    assert (said["EMAIL_USE_TLS"], said["EMAIL_USE_SSL"]) == (tls, ssl)
    assert (said["EMAIL_HOST_USER"], said["EMAIL_HOST_PASSWORD"]) == ("huset", "hemmeligt@")


@pytest.mark.parametrize("url", ["", "smtp://", "http://post.kommune.example", "console"])
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="BORDENDEN_MAIL is folder"):
        mail(url, FOLDER)
