"""The glossary's words, linked where a page uses them first."""

import re
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

PASSED_OVER = (
    nodes.literal,
    nodes.reference,
    nodes.title,
    nodes.math,
    nodes.raw,
    nodes.term,
    addnodes.pending_xref,
)
VERBS = ("mean", "cost", "fit")
"""With an s behind it such a word is mostly a verb: "that means", "what it costs"."""


class FirstUse(SphinxTransform):
    """Makes a link of the first use of each word of the glossary on a page of the course.

    Before the unit that explains a word, it is the everyday one: the edge of a cell, and not of a
    network.
    """

    default_priority = 700

    def apply(self, **kwargs: Any) -> None:
        """Change the document in place."""
        if not self.env.docname.startswith("course/"):
            return
        here = self.env.docname.removeprefix("course/")[:2]
        terms = self.config.course_terms.items()
        left = {term.lower(): term for term, unit in terms if unit <= here}
        for text in list(self.document.findall(nodes.Text)):
            if left and not self._is_passed_over(text):
                found = list(self._parts(str(text), left))
                if len(found) > 1:
                    text.parent.replace(text, found)

    @staticmethod
    def _is_passed_over(node: nodes.Node) -> bool:
        above = node.parent
        while above is not None:
            if isinstance(above, PASSED_OVER):
                return True
            above = above.parent
        return isinstance(node.parent, nodes.literal_block)

    def _parts(self, text: str, left: dict[str, str]) -> Any:
        begin = 0
        while left and (match := _pattern(left).search(text, begin)):
            word = match[1].lower()
            if match.start() > begin:
                yield nodes.Text(text[begin : match.start()])
            yield self._link(left.pop(word), match[0])
            begin = match.end()
        yield nodes.Text(text[begin:])

    @staticmethod
    def _link(term: str, shown: str) -> addnodes.pending_xref:
        reference = addnodes.pending_xref(
            "", refdomain="std", reftype="term", reftarget=term, refexplicit=True, refwarn=True
        )
        reference += nodes.inline("", shown, classes=["xref", "std-term"])
        return reference


def _pattern(left: dict[str, str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(left, key=len, reverse=True)))
    no_verb = "".join(f"(?<!{word})" for word in VERBS)
    return re.compile(rf"(?<![\w-])({words})(?:{no_verb}e?s)?(?![\w-])", re.IGNORECASE)


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the transform, and `course_terms`: each word with the unit that explains it."""
    app.add_config_value("course_terms", {}, "env")
    app.add_transform(FirstUse)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
