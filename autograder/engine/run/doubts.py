"""What a test's text says about where it must run: doubts that no trial would show.

A test outside sees copies of plain data, and stand-ins for the rest. What it asks about the object
itself, about the process, or about what happens to an object later, only the learner's process can
answer. The reader is conservative: what it doubts runs inside, which is never wrong, only open to
the submission.
"""

import ast
import builtins
from collections.abc import Iterator

from autograder.engine.protocol import names
from autograder.engine.protocol.patched import places
from autograder.engine.run.kept import ONLY_MADE, Kept, Seen, root, set_at_the_top

PROCESS = {"globals", "locals", "exec", "eval", "get_ipython", "__import__"}
HISTORY = {"In", "Out", "_ih", "_oh"}
LISTS = {"globals", "locals", "vars", "dir"}
"""What gives the names of the notebook, where it is called without arguments."""

MAGICS = {"time", "timeit"}
ITSELF = {
    "__code__", "__globals__", "__closure__", "__dict__", "__subclasses__", "currentframe",
    "getclosurevars", "getrefcount", "owndata",
}  # fmt: skip
SAME = (
    "it asks (`is`, `id`) whether two things are one object, and outside it may see copies; "
    "compare them with == where equal is enough"
)
PATCHED = (
    "it changes something of a module or of Python ({name}), and outside the learner's code does "
    "not see that; look at results where that is enough"
)
MOCKED = "it puts something else in the place of what the learner's code uses (unittest.mock)"
ASKED = (
    "it asks for {name}, which outside tells of the tests' own process or of a stand-in; call what "
    "is to be tested where that is enough"
)
REBOUND = (
    "it takes or gives a name ({name}) that the learner's functions look up when they are called; "
    "use another name if they are not to see it"
)
FIXED_DATA = (
    "it looks at {name}, which a locked cell made and the answer could change; outside it would "
    "look at its own"
)
SHARED = "it shares the name {name} with the test {other}, which runs inside; use a name of its own"


def doubts(source: str, kept: Kept) -> Iterator[str]:
    """Yield the reasons that a test's text has for running inside.

    Parameters
    ----------
    source : str
        The test cell.
    kept : Kept
        What the notebook's other cells hold.
    """
    tree = names.parse(source)
    if tree is None:
        return
    seen = kept.seen_by(tree)
    for name in sorted(set_at_the_top(tree) | seen.deleted):
        if name in kept.looked_up:
            yield REBOUND.format(name=name)
    followed = set(places(tree, seen.imports))
    by_text = {part for node in ast.walk(tree) for part in _asked_by_text(node, kept)}
    for node in ast.walk(tree):
        if node not in by_text:
            yield from _asked(node, seen)
        yield from _mocked(node, kept, followed)
        yield from _patched(node, seen, followed)
        yield from _compared(node, kept, seen)


def _asked(node: ast.AST, seen: Seen) -> Iterator[str]:
    match node:
        case ast.Call(ast.Name("id"), [whose]) if not seen.can_change(whose):
            yield SAME
        case ast.Call(ast.Name(name), args) if name in LISTS and not args:
            yield ASKED.format(name=f"{name}()")
        case ast.Name(name) if name in PROCESS or name in HISTORY - seen.own:
            yield ASKED.format(name=name)
        case ast.Attribute(attr="assertIs" | "assertIsNot") if seen.instances:
            yield SAME
        case ast.Attribute(ast.Name(module), "is_" | "is_not") if module in seen.modules:
            if seen.instances:
                yield SAME
        case ast.Attribute(whose, "__dict__") if seen.is_instance(whose):
            pass
        case ast.Attribute(attr=name) if name in ITSELF:
            yield ASKED.format(name=name)


def _asked_by_text(node: ast.AST, kept: Kept) -> list[ast.AST]:
    """Return the parts of an expression that asks for names which stand in a text.

    Whoever fetches names for a test outside finds them in the text.
    """
    match node:
        case ast.Compare(ast.Constant(str()), [ast.In() | ast.NotIn()], [listed]):
            pass
        case ast.Subscript(listed, ast.Constant(str()), ast.Load()):
            pass
        case ast.Call(ast.Attribute(listed, "get"), [ast.Constant(str()), *_]):
            pass
        case ast.Call(ast.Name("eval" | "exec") as asks, [ast.Constant(str(text))], []):
            return [asks] if _asks_only(text, kept) else []
        case ast.Call(
            ast.Attribute(ast.Call(ast.Name("get_ipython") as asks), "run_line_magic"),
            [ast.Constant(magic), ast.Constant(str())],
        ):
            return [asks] if magic in MAGICS else []
        case _:
            return []
    match listed:
        case ast.Call(ast.Name(name) as asks, []) if name in LISTS:
            return [listed, asks]
        case ast.Attribute(ast.Call(ast.Name("get_ipython") as asks), "user_ns"):
            return [asks]
    return []


def _asks_only(text: str, kept: Kept) -> bool:
    """Whether code in a text asks for nothing in such a way itself, and sets no name of both."""
    tree = names.parse(text)
    if tree is None or names.used(tree) & (PROCESS | LISTS):
        return False
    return not names.stored(tree) & (kept.bound | kept.modules | kept.looked_up)


def _mocked(node: ast.AST, kept: Kept, followed: set[ast.AST]) -> Iterator[str]:
    match node:
        case ast.Attribute(ast.Name(name) as mock, attr) if name in kept.mocks:
            if attr in ONLY_MADE:
                followed.add(mock)
        case ast.Name(name) if name in kept.mocks and node not in followed:
            yield MOCKED


def _targets(node: ast.AST) -> list[ast.expr]:
    """Return what a statement changes: each subscript and attribute that it sets or deletes."""
    match node:
        case ast.Assign(targets) | ast.Delete(targets):
            found = targets
        case ast.AugAssign(target) | ast.AnnAssign(target) | ast.For(target):
            found = [target]
        case _:
            return []
    parts = [part for target in found for part in ast.walk(target)]
    return [part for part in parts if isinstance(part, ast.Attribute | ast.Subscript)]


def _patched(node: ast.AST, seen: Seen, followed: set[ast.AST]) -> Iterator[str]:
    for target in _targets(node):
        is_set = not isinstance(target.ctx, ast.Load) and root(target) in seen.modules
        if is_set and target not in followed:
            yield PATCHED.format(name=ast.unparse(target))
    match node:
        case ast.Call(ast.Name("setattr" | "delattr"), [ast.expr() as whom, *_]):
            if root(whom) in seen.modules and node not in followed:
                yield PATCHED.format(name=ast.unparse(whom))
        case ast.Call(ast.Attribute(attr="chdir")):
            yield PATCHED.format(name="the working folder")


def _compared(node: ast.AST, kept: Kept, seen: Seen) -> Iterator[str]:
    match node:
        case ast.Compare(left, operators, others):
            sides = [left, *others]
            kinds = {type(operator) for operator in operators}
        case _:
            return
    if kinds & {ast.Is, ast.IsNot} and not any(
        _is_one_of_a_kind(side, seen) or seen.can_change(side) for side in sides
    ):
        yield SAME
    for side in sides:
        if isinstance(side, ast.Name) and side.id in kept.data and side.id not in seen.own:
            yield FIXED_DATA.format(name=side.id)


def _is_one_of_a_kind(node: ast.expr, seen: Seen) -> bool:
    """Whether `is` says the same of it everywhere: None, a class, an object of a module's class."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(ast.Name("type")) | ast.Attribute(attr="__class__" | "dtype"):
            return True
        case ast.Name(name):
            if hasattr(builtins, name) or name in seen.of_modules or name in seen.kept.functions:
                return True
            return name in seen.modules
        case ast.Attribute(ast.Name(name)):
            return name in seen.modules or name in seen.kept.enums
    return False
