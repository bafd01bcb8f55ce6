"""What every checker does with the same test cell, done once, in the process they are forked from.

To turn a cell into Python and to make the name of its file takes longer than to run it.
"""

import ast
import functools
from contextlib import suppress
from typing import Any

from ipykernel.compiler import XCachingCompiler, get_file_name
from IPython.core.inputtransformer2 import TransformerManager

from autograder.engine.protocol import names
from autograder.engine.protocol.patched import named_in


@functools.lru_cache(1024)
def _file_name(source: str) -> str:
    return get_file_name(source)


class Compiler(XCachingCompiler):
    """Names and parses each text once."""

    def __init__(self) -> None:
        super().__init__()
        self._trees: dict[tuple, ast.AST] = {}

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Return the tree of a cell; anew where a cell has set flags of the compiler."""
        key = (source, filename, symbol, self.flags)
        if key not in self._trees:
            self._trees[key] = super().ast_parse(source, filename, symbol)
        return self._trees[key]

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        """Return the file name of a cell, which depends on its text alone."""
        return _file_name(raw_code)


class Transformers(TransformerManager):
    """Turns each text into Python once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple, str] = {}

    def transform_cell(self, cell: str) -> str:
        """Return a cell as Python; anew where somebody has changed the rules."""
        rules: list[Any] = [self.cleanup_transforms, self.line_transforms, self.token_transformers]
        key = (cell, *map(tuple, rules))
        if key not in self._known:
            self._known[key] = super().transform_cell(cell)
        return self._known[key]


def prepare(
    transformers: TransformerManager, compiler: Compiler, source: str, imports: dict[str, str]
) -> None:
    """Do for a cell what can be done before it runs; ``imports`` are those of its notebook."""
    names.used_and_stored(source)
    named_in(source, frozenset(imports.items()))
    with suppress(SyntaxError, ValueError):  # whoever runs the cell will see it
        compiler.ast_parse(transformers.transform_cell(source), _file_name(source))
