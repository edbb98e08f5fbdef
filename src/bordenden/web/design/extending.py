"""`{% extends %}` as Django's own, but which blocks a frame has is looked up once and not at every showing."""

from typing import Any

from django import template
from django.template import Context, Template
from django.template.base import Parser, TextNode, Token
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode, do_extends
from django.utils.safestring import SafeString

register = template.Library()


class Extends(ExtendsNode):
    """Django walks the whole frame for its blocks each time a page is shown; the frame is the same each time."""

    _frame: tuple[Template, dict[str, BlockNode]] | None = None

    def render(self, context: Context) -> SafeString:
        """As Django renders it."""
        frame = self.get_parent(context)
        blocks: Any = context.render_context.get(BLOCK_CONTEXT_KEY)
        if blocks is None:
            blocks = context.render_context[BLOCK_CONTEXT_KEY] = BlockContext()
        blocks.add_blocks(self.blocks)
        blocks.add_blocks(self._blocks_of(frame))
        with context.render_context.push_state(frame, isolated_context=False):
            rendered: SafeString = frame._render(context)  # type: ignore[attr-defined]
        return rendered

    def _blocks_of(self, frame: Template) -> dict[str, BlockNode]:
        """Kept with the very frame they are of: templates that are read anew come with blocks of their own."""
        if self._frame is None or self._frame[0] is not frame:
            self._frame = frame, _own_blocks(frame)
        return self._frame[1]


def _own_blocks(frame: Template) -> dict[str, BlockNode]:
    """Those of a frame that itself extends nothing; one that does adds its own when it is rendered."""
    first = next((node for node in frame.nodelist if not isinstance(node, TextNode)), None)
    if first is None or isinstance(first, ExtendsNode):
        return {}
    found: Any = frame.nodelist.get_nodes_by_type(BlockNode)
    return {node.name: node for node in found}


@register.tag
def extends(parser: Parser, token: Token) -> Extends:
    """`{% extends "frame.html" %}`."""
    node = do_extends(parser, token)
    return Extends(node.nodelist, node.parent_name)
