"""A test in the learner's own process: its last step gives the word that it has come to its end.

The word is drawn for this one test, after the learner's cells before it have run. It stands in no
text of the test: it is put behind the test's last statement when that has been parsed. So nothing
that was sent ahead, and no run that only says it went well, stands for a test's end. Code that
looks for the word while the test runs finds it: it shares the process.
"""

import ast
from contextlib import suppress
from typing import Any

_given: list[str] = []


class _LastStep(ast.NodeTransformer):
    """Puts the word behind a test's last statement; a value at its end stays its value."""

    def __init__(self, word: str) -> None:
        self.word = word

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Change the whole test."""
        last = node.body[-1] if node.body else None
        if isinstance(last, ast.Expr):
            last.value = _call(self.word, last.value)
        else:
            node.body.append(ast.Expr(_call(self.word)))
        return ast.fix_missing_locations(node)


def _call(word: str, *values: ast.expr) -> ast.expr:
    # By import, so that no name is left in the notebook for a test to find.
    place = f"__import__({__name__!r}, fromlist=['gave']).gave"
    function = ast.parse(place, mode="eval").body
    return ast.Call(function, [ast.Constant(word), *values], [])


def gave(word: str, value: Any = None) -> Any:
    """Take down a word; return the value."""
    _given.append(word)
    return value


def run_judged(shell: Any, source: str, count: int, emit: Any, word: str) -> str:
    """Run a test cell; return the word that its last step gave, or an empty text."""
    _given.clear()
    step = _LastStep(word)
    shell.ast_transformers.append(step)
    try:
        shell.run(source, count, emit)
    finally:
        if step in shell.ast_transformers:
            shell.ast_transformers.remove(step)
        _forget(shell, count)
    return _given[-1] if _given else ""


def _forget(shell: Any, count: int) -> None:
    """Take a test's text out of the history, where later cells find it without looking for it."""
    with suppress(Exception):  # the learner's code may have put anything there
        history = shell.history_manager
        history.input_hist_parsed[-1] = history.input_hist_raw[-1] = history._i00 = ""
        shell.user_ns["_i"] = shell.user_ns[f"_i{count}"] = ""
