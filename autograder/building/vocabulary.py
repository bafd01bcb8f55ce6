"""Which names and constructs of Python a piece of code uses, and which a piece of prose shows."""

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+)(?P<piece>.+?)(?P=tick)", re.DOTALL | re.M
)
WORD = re.compile(r"[^\W\d]\w*")
# What has no name of its own in the code -> what the prose may call it.
CONSTRUCTS = {
    "list comprehension": ("comprehension",),
    "dict comprehension": ("comprehension",),
    "set comprehension": ("comprehension",),
    "generator expression": ("comprehension", "generator"),
    "star argument": ("star",),
    "default argument": ("default",),
    "conditional expression": ("conditional expression", "in one line"),
    "f-string": ("f-string", "formatted text"),
    "slice": ("slice", "slices", "slicing"),
    "decorator": ("decorator",),
    "docstring": ("docstring",),
}
NODES = {
    ast.ListComp: "list comprehension",
    ast.DictComp: "dict comprehension",
    ast.SetComp: "set comprehension",
    ast.GeneratorExp: "generator expression",
    ast.Starred: "star argument",
    ast.IfExp: "conditional expression",
    ast.JoinedStr: "f-string",
    ast.Slice: "slice",
}
KEYWORDS = {
    ast.Raise: "raise",
    ast.Try: "try",
    ast.With: "with",
    ast.Lambda: "lambda",
    ast.ClassDef: "class",
    ast.While: "while",
    ast.Assert: "assert",
    ast.Break: "break",
    ast.Continue: "continue",
    ast.Global: "global",
    ast.Nonlocal: "nonlocal",
    ast.Yield: "yield",
    ast.Delete: "del",
    ast.Await: "await",
    ast.Is: "is",
    ast.For: "for",
    ast.If: "if",
    ast.FunctionDef: "def",
    ast.Return: "return",
    ast.Import: "import",
    ast.ImportFrom: "import",
}


@dataclass(frozen=True)
class Used:
    """A name or a construct in code.

    Parameters
    ----------
    name : str
        As an author would write it: ``np.arange``, ``.items``, ``raise``, ``list comprehension``.
    line : int
        Where in the code, counted from 1.
    """

    name: str
    line: int

    @property
    def word(self) -> str:
        """What prose must show of it."""
        if self.name.startswith(":"):
            return kind_of_format(self.name)
        return self.name if self.name in CONSTRUCTS else self.name.rpartition(".")[2]


@dataclass
class Reader:
    """Reads cells in their order, and knows what they have defined.

    Parameters
    ----------
    own_packages : set of str
        Packages of the course: what is imported from there is the course's own.
    """

    own_packages: set[str]
    own: set[str] = field(default_factory=set)
    modules: dict[str, str] = field(default_factory=dict)

    def define(self, tree: ast.Module) -> None:
        """Note what a cell defines, for itself and for what comes after it."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
                self.own.add(node.id if isinstance(node, ast.Name) else node.attr)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                self.own.add(node.name)
            elif isinstance(node, ast.arg):
                self.own.add(node.arg)
            elif isinstance(node, ast.Import):
                for name in node.names:
                    self.modules[name.asname or name.name.split(".")[0]] = name.name
            elif isinstance(node, ast.ImportFrom):
                self._define_imported(node)

    def _define_imported(self, node: ast.ImportFrom) -> None:
        for name in node.names:
            here = name.asname or name.name
            if (node.module or "").split(".")[0] in self.own_packages:
                self.own.add(here)
                self.modules[here] = node.module
            else:
                self.modules[here] = ""

    def uses(self, tree: ast.Module) -> list[Used]:
        """List what a cell uses that is not its own, in order, each name once."""
        found: dict[str, Used] = {}
        for node in ast.walk(tree):
            for name in self._names(node):
                line = getattr(node, "lineno", 1)
                if name not in found or line < found[name].line:
                    found[name] = Used(name, line)
        return sorted(found.values(), key=lambda used: (used.line, used.name))

    def _names(self, node: ast.AST) -> Iterator[str]:
        yield from _constructs(node)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            imported = self.modules.get(node.id) == ""
            if imported or (node.id not in self.own and hasattr(builtins, node.id)):
                yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            root = self._root(node)
            if root not in self.own_packages and node.attr not in self.own:
                yield f"{ast.unparse(node.value)}.{node.attr}" if root else f".{node.attr}"
        elif isinstance(node, ast.Call) and self._root(node.func) not in self.own_packages:
            yield from (
                f"{key.arg}="
                for key in node.keywords
                if key.arg and key.arg not in self.own and not self._is_own(node.func)
            )

    def _is_own(self, function: ast.expr) -> bool:
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        return name in self.own

    def _root(self, node: ast.expr) -> str:
        """Return the package to which a dotted name belongs; empty where it is no module's."""
        while isinstance(node, ast.Attribute):
            node = node.value
        name = node.id if isinstance(node, ast.Name) else ""
        return self.modules.get(name, "").split(".")[0]


def _constructs(node: ast.AST) -> Iterator[str]:
    for kinds in (NODES, KEYWORDS):
        if type(node) in kinds:
            yield kinds[type(node)]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        if ast.get_docstring(node) is not None:
            yield "docstring"
        if node.decorator_list:
            yield "decorator"
    if isinstance(node, ast.arguments) and (node.defaults or any(node.kw_defaults)):
        yield "default argument"
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        code = f":{ast.unparse(node.format_spec)[2:-1]}"
        if kind_of_format(code) != ":":
            yield code


def kind_of_format(code: str) -> str:
    """Return a format code without its numbers: who knows ``:.2f`` knows ``:.3f``.

    Without its width, too: that only puts things below each other.
    """
    return ":" + re.sub(r"\d+", "n", re.sub(r"^[<>^]?\d+", "", code.removeprefix(":")))


def pieces_of_code(prose: str) -> list[str]:
    """Return what stands between backticks, and in fenced blocks."""
    return [
        found["piece"] or "\n".join(found.group().split("\n")[1:-1])
        for found in CODE.finditer(prose)
    ]


def shown(prose: str) -> set[str]:
    """Return the names and constructs that a piece of prose shows, as `Used.word` spells them."""
    found: set[str] = set()
    said = " ".join(CODE.sub(" ", prose).lower().split())
    for name, phrases in CONSTRUCTS.items():
        if any(re.search(rf"\b{re.escape(phrase)}", said) for phrase in phrases):
            found.add(name)
    for piece in pieces_of_code(prose):
        found.update(WORD.findall(piece))
        found.update(f"{word}=" for word in WORD.findall(piece))
        found.update(map(kind_of_format, re.findall(r":[^\s{}:]+", piece)))
        found.update(_constructs_of(piece))
        if re.match(r"\w+=[^\s=]", piece):  # as it stands in the first line of a function
            found.add("default argument")
    return found


def _constructs_of(piece: str) -> set[str]:
    try:
        tree = ast.parse(piece.strip())
    except SyntaxError:
        return set()
    return {name for node in ast.walk(tree) for name in _constructs(node)}
