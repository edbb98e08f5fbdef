"""What the agenda asks a caseworker, in the same words wherever its form stands."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from bordenden.web.parts.talk_forms import LineForm


def topic_form(sent: QueryDict | None, name: str) -> LineForm:
    """A line on the agenda beside hers; `name` is her given name."""
    hint = _("%(name)s ser det med det samme og bestemmer rækkefølgen.") % {"name": name}
    return LineForm(sent, asks=_("Det vil jeg gerne tale om"), hint=hint, auto_id="topic_%s")
