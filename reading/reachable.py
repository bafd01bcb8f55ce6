"""What readers' programs and keyboards ask of a page, and Sphinx and the theme leave out."""

from typing import Any

from sphinx.application import Sphinx

TREE = "furo_navigation_tree"
AFTER_THE_THEME = 900


def reach(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Give captions of the navigation their level, and let keys scroll wide code."""
    context[TREE] = context[TREE].replace('role="heading">', 'role="heading" aria-level="2">')
    if "body" in context:
        context["body"] = context["body"].replace("<pre>", '<pre tabindex="0">')


def setup(app: Sphinx) -> dict[str, bool]:
    """Be called after the theme has made the navigation."""
    app.connect("html-page-context", reach, priority=AFTER_THE_THEME)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
