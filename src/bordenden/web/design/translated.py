"""Django's own tags for other languages, but fixed words are looked up once a language and not at every showing."""

from django import template
from django.template import Context
from django.template.base import Parser, Token, Variable
from django.templatetags import i18n
from django.utils.translation import get_language

register = template.Library()
register.tags = dict(i18n.register.tags)
register.filters = dict(i18n.register.filters)


class Kept(template.Node):
    """`{% translate "words" %}`, with or without `as name`: the same words each time in the same language."""

    def __init__(self, node: i18n.TranslateNode) -> None:
        self._node, self._name = node, node.asvar
        node.asvar = None
        self._words: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """As Django writes them."""
        language = get_language()
        words = self._words.get(language)
        if words is None:
            words = self._words[language] = self._node.render(context)
        if self._name is None:
            return words
        context[self._name] = words
        return ""


@register.tag("trans")
@register.tag("translate")
def translate(parser: Parser, token: Token) -> template.Node:
    """Django's own node where a variable, a filter or a context has a say; else its words are kept."""
    node = i18n.do_translate(parser, token)
    said = node.filter_expression
    fixed = isinstance(said.var, Variable) and said.var.literal is not None and not said.filters
    return Kept(node) if fixed and node.message_context is None and not node.noop else node
