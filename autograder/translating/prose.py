"""The pieces of a markdown cell that are translated: paragraphs, headings, items, table rows."""

import re
from collections.abc import Callable, Iterator

# Takes a piece and returns what stands in its place.
Say = Callable[[str], str]

OPENING = re.compile(r"(?P<mark>\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+)(?P<words>.*)")
RULE = re.compile(r"[\s|:=-]*")
FENCE = re.compile(r"\s*(```|~~~)")


def translated_prose(source: str, say: Say, marks: tuple[str, ...] = ()) -> str:
    """Return a markdown cell with each of its pieces put through ``say``.

    Parameters
    ----------
    source : str
        Markdown.
    say : callable
        Takes a piece, its lines joined into one, and returns what stands in its place.
    marks : tuple of str
        A line with one of these words belongs to nbgrader and stays.

    Returns
    -------
    str
        Each piece on one line; blocks of code, formulas and the rules of tables as they were.
    """
    return "\n".join(
        mark + say(words) if words else mark for mark, words in _pieces(source.split("\n"), marks)
    )


def _pieces(lines: list[str], marks: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what stands in front of each piece, and its words: none for what stays as it is."""
    mark, words, closing = "", "", None
    for line in lines:
        ends = line.strip().startswith("|") or not line.strip() or OPENING.fullmatch(line)
        is_mark = any(mark in line for mark in marks)
        ends = ends or is_mark or FENCE.match(line) or line.startswith("$$")
        if closing or ends:
            if words:
                yield mark, words
            mark, words = "", ""
        if closing:
            yield line, ""
            closing = None if line.rstrip().endswith(closing) else closing
        elif is_mark:
            yield line, ""
        elif fence := FENCE.match(line):
            yield line, ""
            closing = fence[1]
        elif line.startswith("$$"):
            yield line, ""
            closing = None if line.rstrip().endswith("$$") and len(line.strip()) > 2 else "$$"
        elif line.strip().startswith("|") or RULE.fullmatch(line):
            yield ("", line) if not RULE.fullmatch(line) else (line, "")
        elif opening := OPENING.fullmatch(line):
            mark, words = opening["mark"], opening["words"].strip()
        elif words:
            words += " " + line.strip()
        else:
            mark, words = re.match(r"\s*", line)[0], line.strip()
    if words:
        yield mark, words
