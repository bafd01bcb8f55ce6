"""What a cell's syntax tree says about names: which it uses, which it sets, which it imports."""

import ast
import functools
from collections import Counter

from IPython.core.inputtransformer2 import TransformerManager


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a cell, its magics included, or None where there is none."""
    for text in (lambda: source, lambda: TransformerManager().transform_cell(source)):
        try:
            return ast.parse(text())
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


@functools.lru_cache(4096)
def used_in(source: str) -> frozenset[str]:
    """Return every name that a cell reads; most cells are the same in all submissions."""
    tree = parse(source)
    return frozenset(used(tree) if tree else ())


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


def used(tree: ast.AST) -> set[str]:
    """Return every name that the code reads."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)
    }


def stored(tree: ast.AST) -> set[str]:
    """Return every name that the code sets, at its top level or deeper."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(name.asname or name.name).partition(".")[0] for name in node.names}
    return found


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
