"""Changes of slices and of the length of loops."""

import ast
from collections.abc import Iterator

from autograder.trials.mutations.cell import LOOPS, Cell, Change, is_number


def dropped_bound(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield slices without their first or their last bound."""
    match node:
        case ast.Slice(lower, upper):
            if lower and not _is_zero(lower):
                start, end = cell.start(node), cell.start(node) + _colon(cell, node)
                yield Change("slice", start, end, ("",))
            if upper:
                start = cell.start(node) + _colon(cell, node) + 1
                yield Change("slice", start, cell.end(upper), ("",))


def moved_bound(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield slices that begin or end one later; bounds that are numbers change as numbers do."""
    match node:
        case ast.Slice(lower, upper):
            for bound in (lower, upper):
                if bound and not is_number(bound):
                    yield cell.put("slice", bound, "{0} + 1", bound)


def shape(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield the number of rows for that of columns or of all numbers, and columns for rows."""
    match node:
        case ast.Subscript(ast.Attribute(attr="shape"), index) if is_number(index):
            other = "1" if ast.literal_eval(index) == 0 else "0"
            yield cell.change("shape", index, other)
        case ast.Attribute(value, "size", ast.Load()):
            yield cell.put("shape", node, "{0}.shape[0]", value)


def index(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield the next item where the index is no number; numbers change as numbers do."""
    match node:
        case ast.Subscript(_, ast.Name() as place) if _counts(cell, node, place.id):
            yield cell.put("index", place, "{0} - 1", place)


def shorter_range(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `range` without its last and without its first number."""
    match node:
        case ast.Call(ast.Name("range"), [last]):
            first, last = None, last
        case ast.Call(ast.Name("range"), [first, last, *_]):
            pass
        case _:
            return
    if not is_number(last):
        yield cell.put("range", last, "{0} - 1", last)
    if first is None and _is_used(cell, node):
        yield cell.change("range", last, f"1, {cell.text(last)}")
    elif first is not None and not is_number(first):
        yield cell.put("range", first, "{0} + 1", first)


def _is_zero(node):
    return isinstance(node, ast.Constant) and node.value == 0


def _colon(cell, node):
    """Return how many bytes of a slice stand before its colon."""
    text = cell.text(node)
    before = cell.text(node.lower) if node.lower else ""
    place = text.index(":", text.index(before) + len(before))
    return len(text[:place].encode())


def _counts(cell, node, name):
    """Tell whether a name counts the passes of a loop around the node."""
    while not isinstance(node, ast.Module):
        node = cell.parent[node]
        match node:
            case ast.For(ast.Name(counter), iter=counted) if counter == name:
                return "range(" in ast.unparse(counted)
    return False


def _is_used(cell, call):
    """Tell whether a loop uses the numbers of its range, or only counts its passes."""
    node = cell.parent[call]
    while not isinstance(node, (*LOOPS, ast.comprehension, ast.stmt)):
        node = cell.parent[node]
    if isinstance(node, ast.comprehension):
        used = ast.walk(cell.parent[node])
    elif isinstance(node, ast.For):
        used = (inner for statement in node.body for inner in ast.walk(statement))
    else:
        return True
    names = {name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)}
    return any(
        isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load) and name.id in names
        for name in used
    )


SUBSCRIPTS = (dropped_bound, moved_bound, shape, index, shorter_range)
