"""Formulas of the website, as MathML."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from autograder.pages.formulas import formula


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
