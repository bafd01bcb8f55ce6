"""Changes of statements: left out, made always or never, ended too early."""

import ast
from collections.abc import Iterator

from autograder.trials.mutations.cell import FUNCTIONS, LOOPS, Cell, Change, called


def dropped_statement(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `pass` for a statement, unless a name would then have no value at all."""
    match node:
        case ast.Assign(targets=targets):
            dropped = all(_has_value_without(cell, node, target) for target in targets)
        case ast.AnnAssign(target=target, value=value):
            dropped = value is not None and _has_value_without(cell, node, target)
        case ast.Expr(ast.Call() as call) if called(call) == "print":
            dropped = not _returns(cell, node)  # where something is returned, it only informs
        case ast.Expr(ast.Call() | ast.Await()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            dropped = True
        case ast.For() | ast.AsyncFor() | ast.While() | ast.Break() | ast.Continue():
            dropped = True
        case _:
            return
    if dropped and not _is_all_of(cell, node):
        yield cell.change("dropped statement", node, "pass")


def dropped_return(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield the value alone where it was returned."""
    match node:
        case ast.Return(value) if value and not _is_none(value):
            rest = cell.between(cell.start(node) + len("return"), cell.end(node))
            yield cell.change("dropped return", node, rest.lstrip())


def early_return(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield the return of what was to be kept in a name only, and used further."""
    parent = cell.parent.get(node)
    match node:
        case ast.Assign([ast.Name() as target], value) if isinstance(parent, FUNCTIONS):
            rest = cell.between(cell.end(target), cell.end(node)).lstrip()
            if _returns(cell, node) and rest.startswith("=") and not _is_simple(value):
                text = f"return {rest.removeprefix('=').lstrip()}"
                yield cell.change("early return", node, text)


def ended_loop(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a loop that ends after its first pass, by the return that follows it or by `break`."""
    if not isinstance(node, LOOPS) or isinstance(node.body[-1], ast.Break | ast.Return):
        return
    indent = cell.indent(node.body[-1])
    if indent is None:
        return
    behind = _next_statement(cell, node)
    is_return = isinstance(behind, ast.Return)
    kind, text = ("early return", cell.text(behind)) if is_return else ("early break", "break")
    end = cell.end(node.body[-1])
    yield Change(kind, end, end, (f"\n{indent}{text}",))


def condition(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a condition that always holds, and one that never does."""
    match node:
        case ast.If(test) if not isinstance(test, ast.Constant):
            yield cell.change("condition", test, "True")
            yield cell.change("condition", test, "False")
        case ast.IfExp(_, body, orelse):
            yield cell.put("condition", node, "{0}", body)
            yield cell.put("condition", node, "{0}", orelse)
        case ast.comprehension(ifs=conditions):
            for test in conditions:
                yield cell.change("dropped condition", test, "True")


def dropped_else(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an `else` in which nothing happens."""
    match node:
        case ast.If(orelse=[first, *_] as block) if not _is_elif(cell, node):
            if not _is_all_pass(block):
                yield Change("dropped else", cell.start(first), cell.end(block[-1]), ("pass",))


def _has_value_without(cell, statement, target):
    """Tell whether what is assigned to may be used though this statement is left out."""
    match target:
        case ast.Tuple(parts) | ast.List(parts):
            return all(_has_value_without(cell, statement, part) for part in parts)
        case ast.Name("_"):
            return True
        case ast.Name(name):
            return name in names_before(cell, statement)
    return True


def names_before(cell: Cell, statement: ast.stmt) -> set[str]:
    """Return the names that a function has given a value above a statement."""
    scope = cell.scope(statement)
    names = set()
    for node in ast.walk(scope):
        match node:
            case ast.arg(arg=name):
                names.add(name)
            case ast.Name(name, ast.Store()) if cell.end(node) < cell.start(statement):
                names.add(name)
    return names


def _returns(cell, statement):
    """Tell whether the function around a statement returns a value at its end."""
    function = cell.scope(statement)
    if not isinstance(function, FUNCTIONS):
        return False
    last = function.body[-1]
    return isinstance(last, ast.Return) and last.value is not None


def _is_all_of(cell, node):
    """Tell whether a statement is all that a branch or a loop does: that is changed as a whole."""
    parent = cell.parent[node]
    return isinstance(parent, (ast.If, *LOOPS)) and parent.body == [node]


def _is_all_pass(block):
    return all(isinstance(statement, ast.Pass) for statement in block)


def _is_elif(cell, node):
    return cell.between(cell.start(node.orelse[0]), cell.end(node.orelse[0])).startswith("elif")


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _is_simple(node):
    """Tell whether a value is only a beginning: a number, a name, an empty list."""
    return isinstance(node, ast.Constant | ast.Name) or ast.unparse(node) in {"[]", "{}", "()"}


def _next_statement(cell, node):
    block = getattr(cell.parent[node], "body", [])
    if not isinstance(block, list) or node not in block:
        return None
    return next(iter(block[block.index(node) + 1 :]), None)


STATEMENTS = (dropped_statement, dropped_return, early_return, ended_loop, condition, dropped_else)
