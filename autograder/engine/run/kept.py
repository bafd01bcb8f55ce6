"""Whose are the names of a test: the learner's, a locked cell's, a module's or its own."""

import ast
import builtins
from dataclasses import dataclass, field
from functools import cached_property

from autograder.engine.protocol import names

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
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
    learners : frozenset of str
        Names that answers and the learner's other cells set.
    classes : frozenset of str
        Those of them that are classes.
    functions : frozenset of str
        Those that are functions or classes.
    looked_up : frozenset of str
        Names that the learner's functions read when they are called, beside built-ins and modules.
    data : frozenset of str
        Names that locked cells set, but for functions, classes and modules.
    modules : frozenset of str
        Names that any of the cells imports.
    """

    learners: frozenset[str]
    classes: frozenset[str]
    functions: frozenset[str]
    looked_up: frozenset[str]
    data: frozenset[str]
    modules: frozenset[str]

    @classmethod
    def read(cls, open_cells: list[str], locked: list[str]) -> "Kept":
        """Read the cells that learners may change, and the locked ones."""
        trees = [tree for source in open_cells if (tree := names.parse(source))]
        fixed = [tree for source in locked if (tree := names.parse(source))]
        modules = frozenset(names.imports([*open_cells, *locked]))
        stored = {name for tree in trees for name in names.stored(tree)}
        inner = {name for tree in trees for name in _looked_up(tree)}
        data = {name for tree in fixed for node in tree.body for name in _data(node)}
        defined = [
            node
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, (*FUNCTIONS, ast.ClassDef))
        ]
        return cls(
            frozenset(stored - modules),
            frozenset(node.name for node in defined if isinstance(node, ast.ClassDef)),
            frozenset(node.name for node in defined),
            frozenset(name for name in inner - modules if not hasattr(builtins, name)),
            frozenset(data - stored),
            modules,
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
    instances, results : set of str
        Its names for objects of the learner's classes, and for what came back from their code.
    """

    kept: Kept
    tree: ast.Module
    instances: set[str] = field(default_factory=set)
    results: set[str] = field(default_factory=set)

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
        stored = {name for target in targets for name in names.stored(target)}
        if self.is_instance(value):
            self.instances |= stored
        elif self._is_learners(value):
            self.results |= stored

    @cached_property
    def own(self) -> set[str]:
        """The names that the test itself sets."""
        return names.stored(self.tree)

    @cached_property
    def modules(self) -> set[str]:
        """The names of modules, and of what comes from them."""
        return set(self.kept.modules | set(names.imports([ast.unparse(self.tree)]))) | {"builtins"}

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

    def is_learners_data(self, node: ast.AST) -> bool:
        """Whether an expression may be plain data that belongs to the learner."""
        return self._is_learners(node) and not self.is_instance(node)

    def _is_learners(self, node: ast.AST) -> bool:
        """Whether an expression is the learner's, or came back from the learner's code."""
        name = root(node)
        if name in self.results or name in self.instances:
            return True
        return name in self.kept.learners and name not in self.own

    def handed_over_and_read_again(self) -> set[str]:
        """Return the names of values that an object of the learner's may keep."""
        found = set()
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Call) or not self._may_keep(node.func):
                continue
            end = (node.end_lineno or 0, node.end_col_offset or 0)
            given = [*node.args, *(word.value for word in node.keywords)]
            handed = {part.id for part in given if isinstance(part, ast.Name)}
            found |= {n for n in handed if self._can_change(n) and self._is_read_after(n, end)}
        return found

    def _may_keep(self, function: ast.expr) -> bool:
        match function:
            case ast.Name(name):
                return name in self.kept.classes
            case ast.Attribute(value):
                return self.is_instance(value)
        return False

    def _can_change(self, name: str) -> bool:
        """Whether the test has made a list, a dict or the like of this name."""
        return name not in self.instances and any(
            isinstance(node, ast.Assign)
            and _makes_data(node.value)
            and name in {n for target in node.targets for n in names.stored(target)}
            for node in ast.walk(self.tree)
        )

    def _is_read_after(self, name: str, place: tuple[int, int]) -> bool:
        return any(
            isinstance(node, ast.Name)
            and node.id == name
            and isinstance(node.ctx, ast.Load)
            and (node.lineno, node.col_offset) > place
            for node in ast.walk(self.tree)
        )


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


def _makes_data(node: ast.expr) -> bool:
    """Whether an expression makes a list, a dict, an array or the like."""
    match node:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Call(ast.Name("list" | "dict" | "set" | "sorted" | "bytearray")):
            return True
        case ast.Call(ast.Attribute(ast.Name("np" | "numpy"))):
            return True
    return False


def _looked_up(tree: ast.Module) -> set[str]:
    """Return what functions read and do not set themselves."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, (*FUNCTIONS, ast.Lambda)):
            arguments = {part.arg for part in ast.walk(node.args) if isinstance(part, ast.arg)}
            found |= names.used(node) - names.stored(node) - arguments
    return found


def _data(node: ast.stmt) -> set[str]:
    skipped = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)
    return set() if isinstance(node, skipped) else names.stored(node)
