"""An answer cell as text and syntax tree together, and the changes that can be made in it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Nodes whose text stands for one thing wherever it is put.
ATOMS = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.List, ast.ListComp, ast.Dict)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (*FUNCTIONS, ast.Lambda, ast.ClassDef, ast.Module)
LOOPS = (ast.For, ast.AsyncFor, ast.While)

# Calls and keywords whose strings only people read.
_TALK = {"print", "warn", "debug", "info", "warning", "error"}
_PLOT = {"title", "suptitle", "xlabel", "ylabel", "legend", "text", "annotate"}
_LABELS = {"label", "title", "xlabel", "ylabel"}


@dataclass(frozen=True)
class Change:
    """A new text for a stretch of a cell.

    Parameters
    ----------
    kind : str
        Name of the change.
    start, end : int
        The stretch, in bytes from the beginning of the cell.
    texts : tuple of str
        The new text in several spellings, which differ in their parentheses. The last one surely
        means what the change means; the first one that means the same reads best.
    """

    kind: str
    start: int
    end: int
    texts: tuple[str, ...]


class Cell:
    """The source of an answer cell, its syntax tree, and where each node stands in the source.

    Parameters
    ----------
    source : str
        The cell.

    Raises
    ------
    SyntaxError
        If the cell is not Python.
    """

    def __init__(self, source: str):
        self.bytes = source.encode()
        self.tree = parse(source)
        ends = [match.end() for match in re.finditer(rb"\r\n|\r|\n", self.bytes)]
        self._line_starts = [0, *ends]
        self.parent = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    def nodes(self) -> Iterator[ast.AST]:
        """Yield the nodes that may be changed, each before what is inside it."""
        waiting = [self.tree]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed([child for child in _children(node) if not self._is_fixed(child)])

    def _is_fixed(self, node):
        match node:
            case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Assert() | ast.arguments():
                return True
            case ast.Expr(ast.Constant()):  # a docstring, or a remark that does nothing
                return True
            case ast.If(ast.Compare(ast.Name("__name__"))):
                return True
            case ast.Constant(str()):
                return self._is_talk(node)
        return isinstance(self.parent[node], ast.Raise)

    def _is_talk(self, node):
        parent = self.parent[node]
        while isinstance(parent, ast.BinOp):
            parent = self.parent[parent]
        if isinstance(parent, ast.keyword):
            return parent.arg in _LABELS
        if not isinstance(parent, ast.Call):
            return False
        return called(parent).removeprefix("set_") in _TALK | _PLOT

    def place(self, line: int, column: int) -> int:
        """Return the byte at which a line (from 1) and a column (in bytes) lie."""
        return self._line_starts[line - 1] + column

    def start(self, node: ast.AST) -> int:
        """Return the byte at which a node begins."""
        return self.place(node.lineno, node.col_offset)

    def end(self, node: ast.AST) -> int:
        """Return the byte after a node."""
        return self.place(node.end_lineno, node.end_col_offset)

    def between(self, start: int, end: int) -> str:
        """Return the text from one byte to another."""
        return self.bytes[start:end].decode()

    def text(self, node: ast.AST) -> str:
        """Return the text of a node, without parentheses around it."""
        return self.between(self.start(node), self.end(node))

    def indent(self, statement: ast.stmt) -> str | None:
        """Return what stands before a statement on its line, or None if that is not only space."""
        before = self.between(self.place(statement.lineno, 0), self.start(statement))
        return before if not before.strip() else None

    def scope(self, node: ast.AST) -> ast.AST:
        """Return the function, lambda, class or module around a node."""
        node = self.parent[node]
        while not isinstance(node, SCOPES):
            node = self.parent[node]
        return node

    def gap(self, left: ast.AST, right: ast.AST) -> str:
        """Return what stands between two nodes: an operator, a comma, parentheses."""
        return self.between(self.end(left), self.start(right))

    def change(self, kind: str, node: ast.AST, text: str) -> Change:
        """Put a text in place of a node."""
        return Change(kind, self.start(node), self.end(node), (text,))

    def put(self, kind: str, node: ast.expr, template: str, *parts: ast.expr) -> Change:
        """Put a template, filled with other expressions of this cell, in place of an expression."""
        spellings = [template.format(*map(write, parts)) for write in (self.text, self._fenced)]
        return self._spelled(kind, node, spellings)

    def rejoin(self, kind: str, node: ast.expr, parts: list[ast.expr], gaps: list[str]) -> Change:
        """Put other gaps (operators) between the parts of an expression."""
        first = self.between(self.start(node), self.start(parts[0]))
        last = self.between(self.end(parts[-1]), self.end(node))
        spellings = []
        for write in (self.text, self._fenced):
            text = first + write(parts[0])
            for gap, part in zip(gaps, parts[1:], strict=True):
                text += gap + write(part)
            spellings.append(text + last)
        return self._spelled(kind, node, spellings)

    def _fenced(self, node):
        text = self.text(node)
        return text if _is_atom(node) else f"({text})"

    def _spelled(self, kind, node, spellings):
        plain, fenced = spellings
        start, end = self.start(node), self.end(node)
        texts = [plain, f"({plain})", fenced, f"({fenced})"]
        if self.bytes[start - 1 : start] + self.bytes[end : end + 1] == b"()":
            # Perhaps these parentheses, too, have nothing left to hold together.
            start, end = start - 1, end + 1
            texts = [plain, *(f"({text})" for text in texts)]
        return Change(kind, start, end, tuple(dict.fromkeys(texts)))


def parse(source: str) -> ast.Module:
    """Parse a cell; lines that begin with a magic or a shell command count as remarks.

    Raises
    ------
    SyntaxError
        If it is not Python otherwise.
    """
    try:
        return ast.parse(source)
    except SyntaxError:
        remarks = re.sub(r"^([ \t]*)[%!]", r"\1#", source, flags=re.MULTILINE)
        if remarks == source:
            raise
        return ast.parse(remarks)


def _children(node):
    for name, value in ast.iter_fields(node):
        if name not in {"decorator_list", "annotation", "returns", "type_params", "bases"}:
            values = value if isinstance(value, list) else [value]
            yield from (child for child in values if isinstance(child, ast.AST) and child._fields)


def _is_atom(node):
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str)
    return isinstance(node, ATOMS)


def replace_in_gap(gap: str, operator: str, new: str) -> str:
    """Return a gap with another operator in it, and its comments as they were."""
    bare = re.sub(r"#[^\n]*", lambda comment: " " * len(comment[0]), gap)
    found = re.search(r"\s+".join(re.escape(word) for word in operator.split()), bare)
    return gap[: found.start()] + new + gap[found.end() :]


def called(call: ast.Call) -> str:
    """Return the last part of the name of what is called, or an empty string."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def is_number(node: ast.AST) -> bool:
    """Tell whether a node is a number, perhaps with a sign."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)
