"""Whose are the names of a test: the learner's, a locked cell's, a module's or its own."""

import ast
import builtins
from dataclasses import dataclass, field
from functools import cached_property

from autograder.engine.protocol import names

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
ONLY_MADE = {"Mock", "MagicMock", "call", "ANY"}
"""What `unittest.mock` has that takes the place of nothing."""

LOCAL = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def root(node: ast.AST) -> str:
    """Return the name at the beginning of a chain such as ``a.b[0].c()``, or an empty text."""
    while not isinstance(node, ast.Name):
        match node:
            case ast.Attribute(value) | ast.Subscript(value) | ast.Call(value):
                node = value
            case _:
                return ""
    return node.id


@dataclass(frozen=True)
class Kept:
    """What a notebook's cells hold that are no tests.

    Parameters
    ----------
    classes : frozenset of str
        Names of classes that answers and the learner's other cells define.
    functions : frozenset of str
        Names of functions and classes.
    looked_up : frozenset of str
        Names that the learner's functions read when they are called, beside built-ins, modules and
        what the learner's own cells set: a test's values of those are handed over.
    bound : frozenset of str
        Names that answers and the learner's other cells set.
    enums : frozenset of str
        Names of the learner's enumerations, whose members are one each.
    changing : frozenset of str
        Names of the learner's that stand for lists, dicts and the like.
    mocks : frozenset of str
        Names of what replaces something else while a test runs.
    data : frozenset of str
        Names that locked cells set, but for functions, classes and modules.
    modules : frozenset of str
        Names that any of the cells imports.
    imports : dict
        The statements that import them.
    """

    classes: frozenset[str]
    functions: frozenset[str]
    looked_up: frozenset[str]
    bound: frozenset[str]
    enums: frozenset[str]
    changing: frozenset[str]
    mocks: frozenset[str]
    data: frozenset[str]
    modules: frozenset[str]
    imports: dict[str, str]

    @classmethod
    def read(cls, open_cells: list[str], locked: list[str], tests: list[str]) -> "Kept":
        """Read the cells that learners may change, the locked ones, and the tests."""
        trees = [tree for source in open_cells if (tree := names.parse(source))]
        fixed = [tree for source in locked if (tree := names.parse(source))]
        imports = names.imports([*open_cells, *locked, *tests])
        modules = frozenset(imports)
        stored = {name for tree in trees for name in names.stored(tree)}
        bound = names.bound_otherwise(open_cells)
        inner = names.looked_up(open_cells) - bound
        data = {name for tree in fixed for node in tree.body for name in _data(node)}
        defined = [
            node
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, (*FUNCTIONS, ast.ClassDef))
        ]
        return cls(
            frozenset(node.name for node in defined if isinstance(node, ast.ClassDef)),
            frozenset(node.name for node in defined),
            frozenset(name for name in inner - modules if not hasattr(builtins, name)),
            bound,
            frozenset(node.name for node in defined if _is_enumeration(node)),
            frozenset(name for name in stored if _made_everywhere(name, trees)),
            frozenset(name for name, line in imports.items() if _replaces(line)),
            frozenset(data - stored),
            modules,
            imports,
        )

    def seen_by(self, tree: ast.Module) -> "Seen":
        """Return what a test's names mean to it."""
        return Seen(self, tree)


@dataclass
class Seen:
    """What a test's names mean to it.

    Parameters
    ----------
    kept : Kept
        What the other cells of its notebook hold.
    tree : ast.Module
        The test.
    instances : set of str
        Its names for objects of the learner's classes.
    """

    kept: Kept
    tree: ast.Module
    instances: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for _ in range(2):  # what is assigned from what is assigned later, in a loop
            for node in ast.walk(self.tree):
                self._assigned(node)

    def _assigned(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets, value):
                pass
            case ast.NamedExpr(target, value) | ast.For(target, value):
                targets = [target]
            case ast.withitem(value, ast.expr() as target):
                targets = [target]
            case _:
                return
        if self.is_instance(value):
            self.instances |= {name for target in targets for name in names.stored(target)}

    @cached_property
    def own(self) -> set[str]:
        """The names that the test itself sets."""
        return names.stored(self.tree)

    @cached_property
    def imports(self) -> dict[str, str]:
        """The statements that import names, in the test's own cell and in all others."""
        return {**self.kept.imports, **names.imports([ast.unparse(self.tree)])}

    @cached_property
    def modules(self) -> set[str]:
        """The names of modules, and of what comes from them."""
        return {*self.imports, "builtins"}

    @cached_property
    def deleted(self) -> set[str]:
        """The names that the test takes away."""
        return {
            node.id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del)
        }

    @cached_property
    def of_modules(self) -> set[str]:
        """The names of objects of modules' classes: such an object is one on both sides."""
        return {
            name
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Assign) and self._is_of_a_module(node.value)
            for target in node.targets
            for name in names.stored(target)
        }

    def _is_of_a_module(self, node: ast.expr) -> bool:
        match node:
            case ast.Call(ast.Attribute(ast.Name(module), kind)):
                return module in self.modules and kind[:1].isupper()
        return False

    def is_instance(self, node: ast.AST) -> bool:
        """Whether an expression is an object of one of the learner's classes."""
        match node:
            case ast.Name(name):
                return name in self.instances
            case ast.Call(ast.Name(name)):
                return name in self.kept.classes
        return False

    def can_change(self, node: ast.AST) -> bool:
        """Whether an expression is a list, a dict or the like: such an object is one everywhere."""
        if not isinstance(node, ast.Name):
            return _makes_data(node)
        if node.id not in self.own:
            return node.id in self.kept.changing
        return _made_everywhere(node.id, [self.tree])


def set_at_the_top(tree: ast.Module) -> set[str]:
    """Return the names that a cell sets in the notebook's namespace."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            found.add(node.name)
            found |= {n for part in ast.walk(node) if type(part) is ast.Global for n in part.names}
        elif not isinstance(node, LOCAL):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                found |= names.stored(node)
            waiting += ast.iter_child_nodes(node)
    return found


def _made_everywhere(name: str, trees: list[ast.Module]) -> bool:
    """Whether a name stands for a list, a dict or the like wherever it is set."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    stored = [n for n in nodes if isinstance(n, ast.Name) and n.id == name]
    stored = [node for node in stored if isinstance(node.ctx, ast.Store)]
    made = [
        node
        for node in nodes
        if isinstance(node, ast.Assign)
        and _makes_data(node.value)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    return 0 < len(stored) == len(made)


def _makes_data(node: ast.AST) -> bool:
    """Whether an expression makes a list, a dict, an array or the like."""
    match node:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Call(ast.Name("list" | "dict" | "set" | "sorted" | "bytearray")):
            return True
        case ast.Call(ast.Attribute(ast.Name("np" | "numpy"))):
            return True
    return False


def _is_enumeration(node: ast.AST) -> bool:
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return any(ast.unparse(base).endswith(("Enum", "Flag")) for base in bases)


def _replaces(statement: str) -> bool:
    """Whether an import brings what can replace something else while a test runs."""
    return "mock" in statement and statement.rpartition(" ")[2] not in ONLY_MADE


def _data(node: ast.stmt) -> set[str]:
    skipped = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)
    return set() if isinstance(node, skipped) else names.stored(node)
