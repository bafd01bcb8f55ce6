"""The pieces of a code cell that are translated: comments, docstrings and the sentences in it.

The code itself is never touched, so that a translation changes no answer and no test.
"""

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator

from autograder.translating.prose import Say

WORDS = re.compile(r"[^\W\d_]{2,}")
PLACE = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
NO_PROSE = re.compile(r"#+\s*(?:noqa|type:|%|!|fmt:)")

# Where a piece begins and ends in a cell, and what takes its place.
Change = tuple[int, int, str]


def translated_code(source: str, say: Say, marks: tuple[str, ...] = ()) -> str:
    """Return a code cell with each of its pieces put through ``say``.

    Parameters
    ----------
    source : str
        The cell.
    say : callable
        Takes a piece and returns what stands in its place.
    marks : tuple of str
        A comment with one of these words belongs to nbgrader and stays.

    Returns
    -------
    str
        The same code. A cell that is no Python, as one that shows an error, comes back as it was.
    """
    try:
        tree = ast.parse(source)
        comments = list(_comments(source, marks))
    except (SyntaxError, tokenize.TokenError):
        return source
    changes = [(start, end, say(said)) for start, end, said in comments]
    starts = _starts(source)
    for node in _strings(tree):
        start = _place(starts, source, node.lineno, node.col_offset)
        end = _place(starts, source, node.end_lineno, node.end_col_offset)
        changes.append((start, end, _literal(node, source[start:end], say)))
    for start, end, new in sorted(changes, reverse=True):
        source = source[:start] + new + source[end:]
    return source


def places(said: str) -> list[str]:
    """Return what stands in braces in a sentence, in order: values that are put in there."""
    return sorted(place for place in PLACE.findall(said) if place not in ("{{", "}}"))


def _comments(source: str, marks: tuple[str, ...]) -> Iterator[Change]:
    """Yield place and words of each comment; lines of comments below each other are one."""
    found: list[tuple[int, int, int, int, str]] = []
    starts = _starts(source)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT or any(mark in token.string for mark in marks):
            continue
        words = token.string.lstrip("#").strip()
        if NO_PROSE.match(token.string) or not is_prose(words):
            continue
        (row, column), end = token.start, starts[token.end[0] - 1] + token.end[1]
        alone = not token.line[:column].strip()
        if found and alone and found[-1][2:4] == (row - 1, column):
            start, _, _, _, before = found.pop()
            found.append((start, end, row, column, f"{before} {words}"))
        else:
            start = starts[row - 1] + column + len(token.string) - len(token.string.lstrip("# "))
            found.append((start, end, row, column if alone else -1, words))
    yield from ((start, end, words) for start, end, _, _, words in found)


def is_prose(said: str) -> bool:
    """Whether a text in code is made of words: more than a name, or a label such as ``sum:``."""
    return bool(WORDS.search(said)) and bool(re.search(r"\S\s+\S|:\s*$", said))


def _strings(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield the strings of prose in a tree: a string with values in it is one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):
            fixed = "".join(part.value for part in child.values if isinstance(part, ast.Constant))
            if is_prose(fixed):
                yield child
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str) and is_prose(child.value):
                yield child
        else:
            yield from _strings(child)


def _literal(node: ast.Constant | ast.JoinedStr, written: str, say: Say) -> str:
    if isinstance(node, ast.JoinedStr):
        said = "".join(map(_part, node.values))
        new = say(said)
        return written if new == said else "f" + json.dumps(new, ensure_ascii=False)
    if written.startswith(('"""', "'''")):
        return written[:3] + _paragraphs(written[3:-3], node.col_offset, say) + written[-3:]
    new = say(node.value)
    return written if new == node.value else json.dumps(new, ensure_ascii=False)


def _part(part: ast.expr) -> str:
    """Write one part of a string with values as it stands in such a string."""
    if isinstance(part, ast.Constant):
        return part.value.replace("{", "{{").replace("}", "}}")
    return ast.unparse(ast.JoinedStr([part]))[2:-1]


def _paragraphs(body: str, indent: int, say: Say) -> str:
    """Translate a docstring paragraph by paragraph; how far its lines stand in stays."""
    pieces = re.split(r"(\n(?:[ \t]*\n)+[ \t]*|\n[ \t]*\Z)", body)
    inner = "\n" + " " * indent
    return "".join(
        piece if not piece.strip() else say(piece.replace(inner, "\n")).replace("\n", inner)
        for piece in pieces
    )


def _starts(source: str) -> list[int]:
    """Return where each line of a source begins."""
    found = [0]
    for line in source.split("\n"):
        found.append(found[-1] + len(line) + 1)
    return found


def _place(starts: list[int], source: str, line: int, column: int) -> int:
    """Return a place in a source: the parser counts bytes within a line."""
    begin = starts[line - 1]
    row = source[begin : starts[line] - 1]
    return begin + len(row.encode()[:column].decode())
