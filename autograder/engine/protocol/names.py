"""What a cell's syntax tree says about names: which it uses, which it sets, which it imports."""

import ast
import functools
import re
import symtable
import warnings
from collections import Counter
from contextlib import suppress

from IPython.core.inputtransformer2 import TransformerManager

WORD = re.compile(r"[^\W\d]\w*")
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
NAMED_NODES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs,
    ast.MatchStar,
)  # fmt: skip
BY_TEXT = {"eval", "exec", "globals", "locals", "vars", "dir", "get_ipython"}
"""What finds names that stand in texts."""

OWN_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a cell, its magics included, or None where there is none."""
    for text in (lambda: source, lambda: TransformerManager().transform_cell(source)):
        # What Python or IPython remarks on such a text is the learner's business.
        with suppress(*UNREADABLE), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text())
    return None


def words_in(source: str) -> set[str]:
    """Return everything in a learner's cell that could be a name.

    No parser looks at the text: it may have been written to keep one busy.
    """
    return set(WORD.findall(source))


def only_in(fixed: list[str], others: list[str]) -> frozenset[str]:
    """Return the names that are set in these cells, and in none of the others."""
    return frozenset(_set_in(fixed) - _set_in(others))


def _set_in(sources: list[str]) -> set[str]:
    return {name for source in sources for name in stored(parse(source) or ast.Module([], []))}


@functools.lru_cache(1024)
def left_by(source: str, released: str) -> frozenset[str]:
    """Return the names that a test's visible part stores, and its hidden part does not.

    Parameters
    ----------
    source, released : str
        The cell with and without its hidden tests.
    """
    visible, everything = _counted(released), _counted(source)
    return frozenset(visible) - frozenset(everything - visible)


def _counted(source: str) -> Counter:
    """Count the statements that store each name."""
    found: Counter = Counter()
    for node in (parse(source) or ast.Module([], [])).body:
        found.update(stored(node))
    return found


@functools.lru_cache(1024)
def used_and_stored(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a cell reads, and those that it sets; none where it has no tree."""
    tree = parse(source) or ast.Module([], [])
    return frozenset(used(tree)), frozenset(stored(tree))


def used(tree: ast.AST) -> set[str]:
    """Return every name that the code reads."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def stored(tree: ast.AST) -> set[str]:
    """Return every name that the code sets, at its top level or deeper."""
    found: set[str | None] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, NAMED_NODES):
            found.add(node.name)
        elif isinstance(node, ast.MatchMapping):
            found.add(node.rest)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(name.asname or name.name).partition(".")[0] for name in node.names}
    return {name for name in found if name is not None}


def bound_otherwise(sources: list[str]) -> frozenset[str]:
    """Return the names that the cells bind at their top level, other than by an import."""
    found: set[str] = set()
    for source in sources:
        found |= _bound(parse(source) or ast.Module([], []))
    return frozenset(found)


def _bound(node: ast.AST) -> set[str]:
    """Return the names that a statement binds where it stands, not in a function of its own."""
    found: set[str] = set()
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(part.name)
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.add(part.id)
        elif not isinstance(part, (*OWN_SCOPES, ast.Import, ast.ImportFrom)):
            found |= _bound(part)
    return found


def classes(sources: list[str]) -> frozenset[str]:
    """Return the names of the classes that the cells define at their top level."""
    trees = [parse(source) or ast.Module([], []) for source in sources]
    return frozenset(
        node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)
    )


def looked_up(sources: list[str]) -> frozenset[str]:
    """Return the names that functions of the cells look up in the notebook when they are called."""
    found: set[str] = set()
    for source in sources:
        tree = parse(source)
        if tree is not None:
            # Without its magics, and without a text that only some versions of Python refuse.
            with suppress(*UNREADABLE):
                found |= _globals(symtable.symtable(ast.unparse(tree), "cell", "exec"))
    return frozenset(found)


def _globals(table: symtable.SymbolTable) -> set[str]:
    found: set[str] = set()
    for inner in table.get_children():
        found |= _globals(inner)
    if table.get_type() == "function":
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            # Python 3.11 takes the names of a function that is called `top` for global ones, too.
            if symbol.is_global() and not symbol.is_local() and symbol.is_referenced()
        }
    return found


@functools.lru_cache(1024)
def behind(source: str) -> dict[str, frozenset[str]]:
    """Return for each function and class of a cell the names that its body reads."""
    tree = parse(source) or ast.Module([], [])
    return {
        node.name: frozenset(used(node))
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }


@functools.lru_cache(1024)
def in_texts(source: str) -> frozenset[str]:
    """Return the words in the texts of a cell that asks for names by texts; others have none.

    ``eval("area(2)")``, ``"area" in globals()`` and ``%time area(2)`` use `area`.
    """
    tree = parse(source) or ast.Module([], [])
    if not used(tree) & BY_TEXT:
        return frozenset()
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(word for text in texts if type(text) is str for word in WORD.findall(text))


def imports(sources: list[str]) -> dict[str, str]:
    """Return the import statement for each name that the cells import."""
    found: dict[str, str] = {}
    for source in sources:
        for node in ast.walk(parse(source) or ast.Module([], [])):
            if isinstance(node, ast.Import | ast.ImportFrom):
                for name in node.names:
                    bound = (name.asname or name.name).partition(".")[0]
                    found[bound] = ast.unparse(_alone(node, name))
    return found


def packages(sources: list[str]) -> set[str]:
    """Return the top-level modules that the cells import."""
    found = set()
    for source in sources:
        for node in ast.walk(parse(source) or ast.Module([], [])):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


def first_imports(sources: list[str]) -> list[str]:
    """Return the import statements at the top level of the cells, each once and in order."""
    found: dict[str, None] = {}
    for source in sources:
        for node in (parse(source) or ast.Module([], [])).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                found[ast.unparse(node)] = None
    return list(found)


def _alone(node: ast.Import | ast.ImportFrom, name: ast.alias) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import([name])
    return ast.ImportFrom(node.module, [name], node.level)
