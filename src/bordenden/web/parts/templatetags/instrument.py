"""The template filter spoken: what an instrument asks, in the reader's language."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from bordenden.assessments import words

register = template.Library()
WRITTEN_IN = "da"


@register.filter
def spoken(text: str) -> str:
    """The text translated; where it is not, marked as Danish, so that a screen reader says it in Danish."""
    translated = words.spoken(text)
    if translated == text and get_language() != WRITTEN_IN:
        return format_html('<span lang="{}">{}</span>', WRITTEN_IN, text)
    return translated
