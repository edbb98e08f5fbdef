"""The first words of a sentence, for whom an empty field is too much."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bordenden.plans.words import StatementKind

STARTERS: dict[StatementKind, tuple[Promise, ...]] = {
    StatementKind.DREAM: (_("Jeg bliver glad, når …"), _("Om et år vil jeg gerne …")),
    StatementKind.WISH: (_("Jeg ønsker mig …"), _("Det ville gøre en forskel, hvis …")),
    StatementKind.STRENGTH: (_("Jeg er god til …"), _("Andre siger, at jeg …")),
    StatementKind.PROBLEM: (_("Det er svært for mig, når …"), _("Jeg bliver træt, når …")),
    StatementKind.SOLUTION: (_("Det hjælper mig, når …"), _("Jeg vil gerne prøve at …")),
    StatementKind.THEME: (_("Lige nu fylder det også, at …"), _("Det er vigtigt for mig, at …")),
}


def starters(kind: StatementKind) -> str:
    """The starters of one kind as one line."""
    return " ".join(f"“{words}”" for words in STARTERS[kind])
