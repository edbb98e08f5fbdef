"""Every form says who it was shown to: `csrf_token` also writes the signed writer, so no form can forget it."""

from django import template
from django.template import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Django's hidden token, and beside it the `writer` from `surroundings` (nothing when nobody is logged in)."""
    token = SafeString(CsrfTokenNode().render(context))
    writer = context.get("writer", "")
    return token + format_html('<input type="hidden" name="writer" value="{}">', writer) if writer else token
