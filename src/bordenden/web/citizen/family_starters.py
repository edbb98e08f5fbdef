"""The first words of a sentence for somebody's part of a family's plan, as one speaks at that age."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bordenden.families.words import AgeGroup, PartKind

SMALL: dict[PartKind, tuple[Promise, ...]] = {
    PartKind.HOPE: (_("Jeg håber, at vi …"), _("Det ville være rart, hvis …")),
    PartKind.DREAM: (_("Når jeg bliver stor, vil jeg …"), _("Hvis jeg kunne trylle …")),
    PartKind.WISH: (_("Jeg ønsker mig, at …"), _("Det sjoveste, vi kan lave, er …")),
    PartKind.NEED: (_("Jeg bliver glad, når …"), _("Det hjælper mig, når …")),
    PartKind.GOAL: (_("Jeg vil lære at …"),),
    PartKind.OWN: (_("De voksne skal vide, at …"),),
}
YOUNG: dict[PartKind, tuple[Promise, ...]] = {
    PartKind.HOPE: (_("Jeg håber, at det derhjemme …"), _("Om et halvt år er det bedre, hvis …")),
    PartKind.DREAM: (_("Jeg drømmer om at …"), _("Hvis ingen sagde nej, ville jeg …")),
    PartKind.WISH: (_("Jeg vil gerne mere …"), _("Jeg vil gerne mindre …")),
    PartKind.NEED: (_("Jeg har brug for, at nogen …"), _("Lad mig være, når …")),
    PartKind.GOAL: (_("Jeg vil prøve at …"),),
    PartKind.OWN: (_("Det, de voksne glemmer, er …"),),
}
GROWN: dict[PartKind, tuple[Promise, ...]] = {
    PartKind.HOPE: (_("Jeg håber, at vi …"), _("Om et år er vi …")),
    PartKind.DREAM: (_("Jeg drømmer om …"), _("Engang ville jeg …")),
    PartKind.WISH: (_("Jeg ønsker mig …"), _("Det ville gøre en forskel, hvis …")),
    PartKind.NEED: (_("Jeg har brug for …"), _("Det hjælper mig, når …")),
    PartKind.GOAL: (_("Jeg vil …"),),
    PartKind.OWN: (_("Jeg vil gerne sige, at …"),),
}
STARTERS = {AgeGroup.SMALL: SMALL, AgeGroup.YOUNG: YOUNG, AgeGroup.GROWN: GROWN}


def starters(group: AgeGroup, kind: PartKind) -> str:
    """The starters of one kind as one line."""
    return " ".join(f"“{words}”" for words in STARTERS[group][kind])
