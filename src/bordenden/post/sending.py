"""E-mails out: one neutral text for everybody, and what went wrong as a code without a word of anybody's."""

from dataclasses import dataclass, field
from smtplib import SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from types import TracebackType
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _
from django.utils.translation import override

PERMANENT = 500
LONGEST_FAULT = 60


class Closed(Exception):
    """The mail server does not answer: nothing was sent, and nothing else will be just now."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class NotSent(Exception):
    """The mail server said no, so nothing was sent; `again`: it may say yes another time."""

    def __init__(self, fault: str, *, again: bool) -> None:
        super().__init__(fault)
        self.fault, self.again = fault, again


class Uncertain(Exception):
    """The mail server fell silent in the middle: it may have taken the letter. It is not sent again by itself."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(slots=True)
class Mailbox:
    """One connection to the mail server, opened with the first letter and closed at the end."""

    _connection: BaseEmailBackend | None = field(default=None)

    def __enter__(self) -> "Mailbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._close()

    def send(self, *, to: str, number: UUID) -> None:
        """One letter to one address. Raises Closed, NotSent or Uncertain."""
        connection = self._opened()
        try:
            connection.send_messages([_message(to, number)])
        except SMTPRecipientsRefused as refused:
            codes = [code for code, _words in refused.recipients.values()]
            self._close()
            raise NotSent(_fault(refused, *codes), again=any(code < PERMANENT for code in codes)) from None
        except SMTPResponseException as refused:
            self._close()
            ours = isinstance(refused, SMTPSenderRefused)
            raise NotSent(_fault(refused, refused.smtp_code), again=ours or refused.smtp_code < PERMANENT) from None
        except ValueError as error:
            raise NotSent(_fault(error), again=False) from None
        except OSError as error:
            self._close()
            raise Uncertain(_fault(error)) from None

    def _opened(self) -> BaseEmailBackend:
        if self._connection is None:
            connection: BaseEmailBackend = get_connection()
            try:
                connection.open()
            except OSError as error:
                raise Closed(_fault(error)) from None
            self._connection = connection
        return self._connection

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _message(to: str, number: UUID) -> EmailMessage:
    """The same words whatever it is about and whoever it is to: no name, no kind, no link but the house's own."""
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {
        # A letter that comes twice after all carries one number, by which a mail program knows it again.
        "Message-ID": f"<{number}@{sender.rpartition('@')[2].rstrip('>')}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    with override("da"):
        subject = _("Der er nyt til dig")
        body = _(
            "Hej\n\nDer er noget nyt til dig. Log ind for at se det:\n%(site)s\n\n"
            "Vi skriver aldrig i en mail, hvad det handler om. Du kan ikke svare på mailen.\n"
            "Når du er logget ind, kan du vælge, hvordan du vil have besked.\n"
        ) % {"site": settings.SITE}
    return EmailMessage(subject, body, sender, [to], headers=headers)


def _fault(error: Exception, *codes: int) -> str:
    """The kind of the error and the server's number; what the server wrote may hold the address."""
    return " ".join([type(error).__name__, *(str(code) for code in codes)])[:LONGEST_FAULT]
