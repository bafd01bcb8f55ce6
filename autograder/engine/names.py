"""What a cell's syntax tree says about names: which it uses, which it sets, which it imports."""

import ast


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a cell's Python, or None where there is none."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


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


def statements(tree: ast.Module) -> list[ast.stmt]:
    """Return the statements at the top level, and those of its loops and conditions."""
    return list(tree.body)


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


def _alone(node: ast.Import | ast.ImportFrom, name: ast.alias) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import([name])
    return ast.ImportFrom(node.module, [name], node.level)
