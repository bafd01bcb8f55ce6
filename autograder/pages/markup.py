"""Texts of a notebook as safe HTML: Markdown with formulas, code, HTML that code has shown.

Whatever comes from a notebook passes through nh3 before it enters a page. Its results are kept:
most cells of a unit are the same for all learners.
"""

import base64
import html
import re
from functools import lru_cache
from typing import Any

import mistune
import nh3
from markupsafe import Markup
from mistune.plugins.math import math
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.pages.formulas import formula

LOWER = 2
"""How many levels a notebook's headings go down: above them stand the page's own."""

MATHML = (
    "math mrow mi mo mn mtext mfrac msub msup msubsup mover munder munderover msqrt mroot mtable "
    "mtr mtd mspace mpadded mphantom menclose"
)
MATH_ATTRIBUTES = {"accent", "display", "fence", "stretchy", "mathvariant", "width", "columnalign"}
TAGS = (nh3.ALLOWED_TAGS | set(MATHML.split()) | {"figure", "figcaption", "section"}) - {"area"}
ATTRIBUTES = {
    **{tag: set(MATH_ATTRIBUTES) for tag in MATHML.split()},
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height", "title", "class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "pre": {"tabindex"},
}
ATTRIBUTES["math"].add("tabindex")
FIGURE = "course-figure"
"""Class of a figure that may be inverted on a dark page; no other class is kept."""

PICTURES = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*$")
LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
GLOSSARY = re.compile(r"\.\./(glossary\.md(?:#[\w-]+)?)")
TICKED = re.compile(r"`([^`\n]+)`")
_FORMATTER = HtmlFormatter(nowrap=True)
_LEXER = PythonLexer(stripnl=False)


class _Renderer(mistune.HTMLRenderer):
    """Lowers headings and writes formulas as MathML, which browsers set without a script."""

    def __init__(self) -> None:
        super().__init__(escape=False, allow_harmful_protocols=True)  # nh3 sees to both

    def heading(self, text: str, level: int, **attributes: Any) -> str:
        level = min(level + LOWER, 6)
        return f"<h{level}>{text}</h{level}>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        return f'<pre tabindex="0"><code>{html.escape(code)}</code></pre>\n'


def _math(markdown: mistune.Markdown) -> None:
    math(markdown)
    markdown.renderer.register("inline_math", lambda renderer, text: _formula(text, "inline"))
    markdown.renderer.register(
        "block_math", lambda renderer, text: f"<p>{_reachable(_formula(text, 'block'))}</p>\n"
    )


def _reachable(formula: str) -> str:
    """Let the keyboard scroll what is wider than the page."""
    return formula.replace("<math", '<math tabindex="0"', 1)


def _formula(text: str, display: str) -> str:
    try:
        return formula(text, display)
    except Exception:  # learners write formulas, too: any error of the parser means "none"
        return f"<code>{html.escape(text)}</code>"


_MARKDOWN = mistune.create_markdown(
    renderer=_Renderer(), plugins=["strikethrough", "table", "url", _math]
)


@lru_cache(maxsize=2048)
def markdown(text: str) -> Markup:
    """Return Markdown as HTML."""
    return clean(str(_MARKDOWN(text)))


@lru_cache(maxsize=2048)
def python(source: str) -> Markup:
    """Return Python code with its words marked for colours."""
    return Markup(highlight(source, _LEXER, _FORMATTER).rstrip("\n"))


@lru_cache(maxsize=256)
def clean(text: str) -> Markup:
    """Return HTML without scripts, styles, forms, frames, and pictures from elsewhere."""
    return Markup(
        nh3.clean(
            text,
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=_attribute,
            url_schemes={"http", "https", "mailto", "data"},
        )
    )


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if PICTURES.match(value) else None
    if attribute == "tabindex":
        return value if value == "0" else None
    if attribute == "class":
        return value if value == FIGURE else None
    if attribute == "href" and not LINK.match(value):
        return _from_the_page(value)
    return value


def _from_the_page(address: str) -> str | None:
    """Return where the glossary lies as seen from a feedback page on a desk.

    A notebook lies in UNIT, and nbgrader puts its feedback into UNIT/feedback/TIME. Whatever else
    is relative leads nowhere.
    """
    found = GLOSSARY.fullmatch(address)
    return f"../../../{found[1]}" if found else None


def sentence(text: str) -> Markup:
    """Return the words of a check; what stands between backticks is code."""
    return Markup(TICKED.sub(r"<code>\1</code>", str(Markup.escape(text))))


def picture(mime: str, data: str, alt: str) -> Markup:
    """Return a picture as an ``img``: there not even an SVG can run a script."""
    if mime == "image/svg+xml":
        data = base64.b64encode(data.encode()).decode()
    uri = f"data:{mime};base64,{''.join(data.split())}"
    if not PICTURES.match(uri):
        return Markup("<p>{}</p>").format(alt)
    return Markup('<img alt="{}" src="{}">').format(alt, uri)


def with_attachments(source: str, attachments: dict[str, dict[str, Any]]) -> str:
    """Return Markdown with a cell's attached pictures put into it."""
    for name, bundle in attachments.items():
        for mime, data in bundle.items():
            text = data if isinstance(data, str) else "".join(data)
            uri = f"data:{mime};base64,{''.join(text.split())}"
            source = source.replace(f"attachment:{name}", uri)
    return source
