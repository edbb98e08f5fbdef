"""Django's own tags for other languages, but fixed words are looked up once a language and not at every showing."""

from collections.abc import Mapping

from django import template
from django.template import Context
from django.template.base import Parser, Token, Variable, render_value_in_context
from django.templatetags import i18n
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

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


class KeptBlock(template.Node):
    """`{% blocktranslate %}` of one sentence: the sentence is looked up once a language, its values every time."""

    def __init__(self, node: i18n.BlockTranslateNode) -> None:
        self._node = node
        self._said, self._names = node.render_token_list(node.singular)
        self._words: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """As Django writes it; a translation that cannot take the values is Django's to handle."""
        language = get_language()
        words = self._words.get(language)
        if words is None:
            words = self._words[language] = gettext(self._said)
        beside = {name: value.resolve(context) for name, value in self._node.extra_context.items()}
        values = {name: self._value(name, beside, context) for name in self._names}
        try:
            said = words % values
        except (KeyError, ValueError):
            return str(self._node.render(context))
        if self._node.asvar is None:
            return said
        context[self._node.asvar] = SafeString(said)
        return ""

    def _value(self, name: str, beside: Mapping[str, object], context: Context) -> str:
        if name in beside:
            return render_value_in_context(beside[name], context)
        if name in context:
            return render_value_in_context(context[name], context)
        assert context.template is not None  # noqa: S101
        missing: str = context.template.engine.string_if_invalid
        return missing % name if "%s" in missing else missing


@register.tag("blocktrans")
@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> template.Node:
    """Django's own node where there are two forms of the sentence, or a context."""
    node = i18n.do_block_translate(parser, token)
    return node if node.plural or node.message_context else KeptBlock(node)


@register.tag("trans")
@register.tag("translate")
def translate(parser: Parser, token: Token) -> template.Node:
    """Django's own node where a variable, a filter or a context has a say; else its words are kept."""
    node = i18n.do_translate(parser, token)
    said = node.filter_expression
    fixed = isinstance(said.var, Variable) and said.var.literal is not None and not said.filters
    return Kept(node) if fixed and node.message_context is None and not node.noop else node
