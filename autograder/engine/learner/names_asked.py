"""What the learner's process says of the names in its notebook."""

from typing import Any

from autograder.engine.learner.objects import Objects
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.shell import error_text

NOTHING = object()


class Names:
    """The notebook's namespace, as tests ask for it.

    Parameters
    ----------
    namespace : dict
        Where the learner's cells run.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace
        self._marked: dict[str, Any] = {}
        self._known: dict[str, Any] = {}

    def name(self, name: str) -> tuple:
        """Return ``("found", value)``, or ``("missing",)``."""
        return ("found", self.namespace[name]) if name in self.namespace else ("missing",)

    def found(self, asked: list[str], only_whether: list[str]) -> list[tuple]:
        """Return for each name what became of it.

        Parameters
        ----------
        asked : list of str
            Their values are wanted.
        only_whether : list of str
            It is asked only whether they are there.

        Returns
        -------
        list of tuple
            ``("found", value)``; ``("same",)`` if nobody has set it since a test did;
            ``("deleted",)`` if it was there then; or ``("missing",)``.
        """
        self._known = {name: self.namespace.get(name, NOTHING) for name in asked}
        return [self._one(name) for name in asked] + [
            ("found" if name in self.namespace else "missing",) for name in only_whether
        ]

    def _one(self, name: str) -> tuple:
        value, marked = self.namespace.get(name, NOTHING), self._marked.get(name, NOTHING)
        if value is NOTHING:
            return ("missing",) if marked is NOTHING else ("deleted",)
        return ("same",) if value is marked else ("found", value)

    def told(self, encoder: Encoder, objects: Objects) -> list:
        """Tell which of the names that were asked for last have been set or deleted since.

        Returns
        -------
        list of list
            ``[name, value]``, encoded, or ``[name]`` if it is deleted. What cannot cross is left
            out.
        """
        told = []
        for name, old in self._known.items():
            now = self.namespace.get(name, NOTHING)
            if now is not old:
                self._known[name] = now
                before = set(objects.described)
                try:
                    told.append([name] if now is NOTHING else [name, encoder.attempt(encoder, now)])
                except Exception:  # whatever the learner's own classes make of it
                    objects.described = before
        return told

    def mark(self, names: list[str]) -> None:
        """Remember what stands under names that a test has set on its own side."""
        for name in names:
            self._marked[name] = self.namespace.get(name, NOTHING)

    def put(self, name: str, value: Any) -> None:
        """Store a value of the test, which has set it on its own side, too."""
        self.namespace[name] = self._marked[name] = self._known[name] = value

    def forget(self, name: str) -> None:
        """Delete a name that the test has deleted on its own side."""
        self.namespace.pop(name, None)
        self._known[name] = NOTHING
        self._marked.pop(name, None)


def encoded_one_by_one(found: list[tuple], encoder: Encoder, objects: Objects) -> list:
    """Encode what is found under several names; one that cannot cross is no harm to the others.

    Parameters
    ----------
    found : list of tuple
        As of `Names.found`.
    encoder : Encoder
        For all of them, so that one value under two names stays one.
    objects : Objects
        Which have been described to the checker.
    """
    told: list[Any] = ["list"]
    for answer in found:
        before = set(objects.described)
        try:
            told.append(encoder.attempt(encoder, answer))
        except Exception as error:  # whatever the learner's own classes make of it
            objects.described = before
            told.append(encoder(("refused", error_text(error))))
    return told
