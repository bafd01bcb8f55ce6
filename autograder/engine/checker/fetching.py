"""Whose a name is when a test uses it: the checker's own, or the learner's as it stands now.

In Jupyter a test and the answers share one namespace, and whoever has set a name last has the
last word. Here each side has its own. What only tests and locked cells set stays the checker's, and
so do the modules that the course imports.
"""

import builtins
from contextlib import suppress
from typing import Any

from autograder.engine.checker.classes import refused
from autograder.engine.checker.remote import Remote
from autograder.engine.checker.stand_ins import is_the_courses
from autograder.engine.protocol import names
from autograder.engine.protocol.patched import named_in
from autograder.engine.protocol.shell import error_text
from autograder.engine.submission.assignment import Notebook

TROUBLE = (Exception, KeyboardInterrupt, SystemExit, GeneratorExit)
"""What a learner's process may answer to a question that is the engine's own."""


class CannotImport(Exception):
    """What the course imports raises an error in the tests' own process."""


class Fetching:
    """Brings the names that a cell uses into the checker's namespace.

    Parameters
    ----------
    namespace : dict
        Where the cells run.
    book : Notebook
        What the course's own notebook says of names.
    """

    def __init__(self, namespace: dict[str, Any], book: Notebook) -> None:
        self.namespace = namespace
        self._at_first = frozenset(namespace)
        self.imports = book.imports
        self._all_imports = frozenset(book.imports.items())
        self.own_names = book.own_names
        self.answers = book.answers
        self.classes = book.classes
        self.looked_up = book.looked_up
        self._behind: dict[str, frozenset[str]] = {}
        self._watched: dict[str, Any] = {}
        self._brought: dict[str, Any] = {}

    def before(self, source: str, remote: Remote) -> frozenset[str]:
        """Bring what a cell uses.

        Returns
        -------
        frozenset of str
            The names that belong to the learner: they are asked for anew by the next cell.

        Raises
        ------
        CannotImport
            If what the course imports fails here, otherwise than by not being there.
        """
        used, stored = names.used_and_stored(source)
        used |= names.in_texts(source)
        wanted = [name for name in sorted(self._all_used(used)) if self._is_asked_for(name)]
        imported = [name for name in wanted if self._is_imported(name)]
        asked = [name for name in wanted if name not in imported]
        # Imports first: objects of their classes are known by them, and one may fail.
        there = self._answers(remote, [], imported) if imported else []
        fetched = {
            name
            for name, answer in zip(imported, there, strict=True)
            if self._is_imported_now(name, answer, remote)
        }
        answers = self._answers(remote, asked, []) if asked else []
        fetched |= {
            name
            for name, answer in zip(asked, answers, strict=True)
            if self._is_taken(name, answer)
        }
        self._watched = {
            name: self.namespace.get(name)
            for name in stored
            if _is_builtin(name) or name in self.looked_up
        }
        self._brought = {name: self.namespace[name] for name in fetched}
        self._behind |= names.behind(source)
        remote.patches.watch(named_in(source, self._all_imports))
        return frozenset(fetched - stored)

    def after(self, source: str, fetched: frozenset[str], remote: Remote) -> None:
        """Forget what is the learner's, and remember what a test has set in the learner's place."""
        with suppress(*TROUBLE):
            self.hand_over_shadows(remote)
            remote.patches.hand_over(remote.ask)
        self._watched, self._brought = {}, {}
        for name in fetched:
            self.namespace.pop(name, None)
        _, stored = names.used_and_stored(source)
        contested = sorted(name for name in stored - self.own_names if name in self.namespace)
        if contested or remote.followed.has_changes():
            with suppress(*TROUBLE):
                remote.ask("mark", contested)

    def hand_over_shadows(self, remote: Remote) -> None:
        """Let the learner's code find what the test has put under a name that it looks up."""
        for name, last in list(self._watched.items()):
            now = self.namespace.get(name)
            if now is last:
                continue
            self._watched[name] = now
            if now is None:
                remote.ask("forget", name)
            else:
                remote.ask("put", name, now)

    def rebound(self, name: str, *value: Any) -> None:
        """Do what the learner's code did to a name of its own while it was asked something.

        A name that the test has set in the meantime is the test's.
        """
        if name not in self._brought or self.namespace.get(name) is not self._brought[name]:
            return
        if value:
            self.namespace[name] = self._brought[name] = value[0]
        else:
            del self.namespace[name], self._brought[name]
        if name in self._watched:
            self._watched[name] = self.namespace.get(name)

    def _all_used(self, used: frozenset[str]) -> set[str]:
        """Return the names that a cell uses, itself or through functions of earlier cells."""
        found: set[str] = set()
        left = set(used)
        while left:
            name = left.pop()
            found.add(name)
            left |= self._behind.get(name, frozenset()) - found
        return found

    def _is_asked_for(self, name: str) -> bool:
        if name in self.own_names or name in self._at_first - self.answers:
            return False
        if name in self.namespace:
            return not self._is_imported(name)
        return name in self.answers or not _is_builtin(name)

    def _is_imported(self, name: str) -> bool:
        return name in self.imports and name not in self.answers

    def _answers(self, remote: Remote, asked: list[str], imported: list[str]) -> list[tuple]:
        """Ask for names, all in one message, so that one object under two names stays one."""
        for ask in (_at_once, _one_by_one):
            with suppress(*TROUBLE):
                return ask(remote, asked, imported)
        return [("gone",)] * (len(asked) + len(imported))

    def _is_taken(self, name: str, answer: tuple) -> bool:
        """Do what the learner's process says of a name; whether it is the learner's now."""
        what, *value = answer
        if what == "deleted":
            self.namespace.pop(name, None)
        if what == "found":
            self.namespace[name] = value[0]
            if name in self.classes:
                is_the_courses(value[0])
        elif what == "refused":
            self.namespace[name] = refused(name, str(value[0]))
        return what in ("found", "refused")

    def _is_imported_now(self, name: str, answer: tuple, remote: Remote) -> bool:
        """Import what the learner has imported; a module that only the learner has is an object."""
        what = answer[0]
        if what == "deleted":
            self.namespace.pop(name, None)
        if what not in ("found", "gone"):
            return False
        try:
            exec(self.imports[name], self.namespace)  # from the course's own notebook
        except ImportError:
            [answer] = self._answers(remote, [name], [])
            return self._is_taken(name, answer)
        except (Exception, SystemExit) as error:
            told = f"{type(error).__name__}: {error_text(error)}"
            raise CannotImport(
                f"`{self.imports[name]}` does not work where this test runs: {told}"
            ) from error
        return name in self.namespace


def _is_builtin(name: str) -> bool:
    return hasattr(builtins, name)


def _at_once(remote: Remote, asked: list[str], imported: list[str]) -> list[tuple]:
    answers = remote.ask("names", asked, imported)
    if type(answers) is not list or len(answers) != len(asked) + len(imported):
        raise TypeError("what came back are not the answers")
    if any(type(answer) is not tuple or not 1 <= len(answer) <= 2 for answer in answers):
        raise TypeError("what came back are not the answers")
    return answers


def _one_by_one(remote: Remote, asked: list[str], imported: list[str]) -> list[tuple]:
    """Ask for each name alone: together they may be too much for one message."""
    questions: list[tuple[list[str], list[str]]] = [([name], []) for name in asked]
    questions += [([], [name]) for name in imported]
    found = []
    for question in questions:
        try:
            found += _at_once(remote, *question)
        except TROUBLE as error:
            found.append(("refused", str(error)))
    return found
