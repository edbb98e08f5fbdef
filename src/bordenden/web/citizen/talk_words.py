"""What the two lists ask her, in the same words wherever their forms stand."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.web.parts.talk_forms import LineForm

# So many lines of the agenda stand on a page.
SHOWN = 20


def topic_form(sent: QueryDict | None) -> LineForm:
    """A line on the list of what she will talk about."""
    return LineForm(sent, asks=_("Det vil jeg også tale om"), auto_id="topic_%s")


def boundary_form(sent: QueryDict | None) -> LineForm:
    """A line on the list of what she will not talk about."""
    hint = _("Du behøver ikke sige hvorfor.")
    return LineForm(sent, asks=_("Det vil jeg heller ikke tale om"), hint=hint, auto_id="boundary_%s")
