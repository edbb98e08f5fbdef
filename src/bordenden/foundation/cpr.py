"""CPR numbers: valid dates and centuries, administrative numbers, modulus 11 only as a warning."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from stdnum.dk import cpr as standard


class NotACpr(ValueError):
    """The text is not a CPR number; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Cpr:
    """A CPR number that may be kept. `digits` are ten; `warning` is empty or a sentence for the one who typed."""

    digits: str
    born_on: date
    administrative: bool
    warning: str

    @property
    def masked(self) -> str:
        """The number as it may stand on a page: `010190-****`."""
        return f"{self.digits[:6]}-****"


def parse(text: str) -> Cpr:
    """Read ten digits, with or without a hyphen or spaces.

    Administrative numbers carry the day plus 60. Numbers that fail modulus 11 have been given since
    1 October 2007 and are valid; they only get a warning. Raises NotACpr with a Danish sentence.
    Century rule: domain.md section 7 (cpr.dk), implemented by python-stdnum for the plain number.
    """
    digits = "".join(text.replace("-", " ").split())
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        raise NotACpr(_("Skriv alle ti cifre i CPR-nummeret, fx 010190-1234."))
    day = int(digits[:2])
    administrative = 61 <= day <= 91
    plain = f"{day - 60:02d}{digits[2:]}" if administrative else digits
    try:
        born_on: date = standard.get_birth_date(plain)
    except standard.InvalidComponent as error:
        raise NotACpr(_("Datoen i CPR-nummeret findes ikke. Se de første seks cifre efter.")) from error
    # The check digit was never meant for the moved day of an administrative number.
    passes = administrative or standard.checksum(digits) == 0
    warning = "" if passes else _("Nummeret består ikke modulus 11. Se det efter en ekstra gang.")
    return Cpr(digits, born_on, administrative, warning)
