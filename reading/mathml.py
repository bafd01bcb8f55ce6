"""Formulas as MathML, which browsers draw by themselves: no script, no fonts from elsewhere."""

import re
from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx

WORDS = re.compile(r"<mtext>(.{2,}?)</mtext>")


def formula(source: str, display: str) -> str:
    """Return a formula in TeX as MathML.

    Words in it are names there: browsers take `mtext` for a kind of space, and leave no room around
    a plus between two of them.
    """
    return WORDS.sub(r"<mi>\1</mi>", convert(source, display=display))


def inline(writer: Any, node: nodes.math) -> None:
    """Write a formula that stands in a sentence."""
    writer.body.append(formula(node.astext(), "inline"))
    raise nodes.SkipNode


def block(writer: Any, node: nodes.math_block) -> None:
    """Write a formula that stands by itself."""
    writer.body.append(f'<div class="formula" tabindex="0">{formula(node.astext(), "block")}</div>')
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the renderer `mathml`."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
