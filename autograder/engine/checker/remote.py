"""The checker's end of the line: asks the learner's process, and believes only plain data."""

import socket
import sys
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.checker import likenesses
from autograder.engine.checker.classes import make_class
from autograder.engine.checker.errors import (
    GONE,
    TEST_ERRORS,
    LearnerGone,
    built_in_error,
    rebuild_error,
    warning_told,
)
from autograder.engine.checker.functions import decoded, make_function
from autograder.engine.checker.marshalling import NAMED, Telling
from autograder.engine.checker.patches import Patches
from autograder.engine.checker.stand_ins import make_object
from autograder.engine.protocol import frames
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.followed import Followed
from autograder.engine.protocol.kinds import DAMAGE, NotPlain
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.refilling import refill
from autograder.engine.protocol.shared import Shared
from autograder.engine.protocol.surroundings import Surroundings


class Remote:
    """One learner's process, as the test cells of its notebook use it.

    Parameters
    ----------
    channel : socket.socket
        Leads into the sandbox.
    emit : callable
        Receives displays that the learner's code makes during a call.
    packages : set of str
        Top-level modules that the course's own notebook imports: classes and functions of theirs
        exist on both sides.
    before : callable
        Called before anything is asked.
    rebound : callable
        Called with a name that the learner's code has set meanwhile, and its value; with the name
        alone where it is deleted.
    """

    def __init__(
        self,
        channel: socket.socket,
        emit: Callable[[dict], None],
        packages: set[str],
        before: Callable[[], None] = lambda: None,
        rebound: Callable[..., None] = lambda *_: None,
    ) -> None:
        self.channel = channel
        self.emit = emit
        self.before = before
        self.rebound = rebound
        self.packages = packages | NAMED
        self.shared = Shared(self._encoder, self._decoder, trusting=False)
        self.telling = Telling(self.shared, self.packages)
        self.stand_ins: dict[int, Any] = {}
        self.errors: list[BaseException] = []
        self.has_something_to_show = False
        self._missed = False
        self._answering = 0
        self.followed = Followed(1, takes_large=True)
        self._surroundings = Surroundings()
        self.patches = Patches()

    def ask(self, what: str, *args: Any, **kwargs: Any) -> Any:
        """Have something done in the learner's process.

        Returns
        -------
        object
            Plain data, or a stand-in.

        Raises
        ------
        LearnerGone
            If that process has ended.
        Exception
            What the learner's code raised, rebuilt.
        """
        self.before()
        with self.patches.lifted():
            return self._answered(what, args, kwargs)

    def _answered(self, what: str, args: tuple, kwargs: dict) -> Any:
        self._send(*self._question(what, args, kwargs))
        while True:
            reply, blobs = self._receive()
            if "out" in reply:
                self._shown(reply["out"])
            elif "callback" in reply:
                self._called_back(reply, blobs)
            else:
                return self._taken(what, reply, blobs)

    def _question(self, what: str, args: tuple, kwargs: dict) -> tuple[dict, list]:
        encoder = Encoder(self.telling.tell, followed=self.followed)
        with self.shared.only_if_sent():
            changed, values = encoder.attempt(self._told, (encoder, args, kwargs))
            told, parts = self.shared.changes()
        message = {"do": what, "changed": changed, **values, "again": self._missed}
        self._missed = False
        message |= {"objects": told, "from": len(encoder.blobs), **self._surroundings.told()}
        self.followed.look(changed)
        message["dropped"] = self.followed.unused()
        if not self._answering:  # what a call in progress was given comes back with its reply
            message["dropped"] += self.followed.too_much(len(encoder.added))
        return message, encoder.blobs + parts

    def _told(self, question: tuple[Encoder, tuple, dict]) -> tuple[list, dict]:
        encoder, args, kwargs = question
        changed = self.followed.changes(encoder)
        named = [[name, encoder(value)] for name, value in kwargs.items()]
        return changed, {"args": ["list", *map(encoder, args)], "kwargs": ["dict", *named]}

    def _send(self, message: dict, blobs: list[bytes]) -> None:
        try:
            frames.send(self.channel, message, blobs)
        except frames.Broken:
            raise LearnerGone(GONE) from None

    def _receive(self) -> tuple[dict, list[bytes]]:
        try:
            return frames.receive(self.channel)
        except frames.Broken:
            raise LearnerGone(GONE) from None

    def _shown(self, output: Any) -> None:
        """Print what the learner's code printed, where the test may be listening."""
        if isinstance(output, dict) and output.get("output_type") == "stream":
            stream = sys.stderr if output.get("name") == "stderr" else sys.stdout
            stream.write(str(output.get("text", "")))
        else:
            sys.stdout.flush()
            sys.stderr.flush()
            self.emit(output)

    def _taken(self, what: str, reply: dict, blobs: list[bytes]) -> Any:
        """Do here what the call did to its arguments, and return or raise what it gave."""
        try:
            first = reply.get("from", 0)
            self.shared.apply(reply.get("objects", []), blobs[first:])
            self._surroundings.heard(reply)
            self.has_something_to_show = bool(reply.get("open"))
            decoder = self._decoder(blobs[:first])
            self.followed.apply(reply.get("changed", []), decoder)
            renamed = [(str(name), *map(decoder, value)) for name, *value in reply.get("names", [])]
            error = self._rebuilt(reply["error"], decoder) if "error" in reply else None
            value = decoder(reply["reply"]) if error is None else None
            self.followed.drop(map(int, reply.get("dropped", [])))
            self.followed.look()
            warned = [warning_told(*entry) for entry in reply.get("warnings", [])]
        except (NotPlain, *DAMAGE) as problem:
            self._missed = True
            self.followed.drop_all()
            raise TypeError(f"what came back from the notebook cannot be used: {problem}") from None
        for entry in renamed:
            self.rebound(*entry[:2])
        for entry in warned:
            warnings.warn_explicit(*entry, registry={})
        if isinstance(error, StopIteration) and what != "next":
            # In a test's own loop it would end the loop, as if nothing were left to check.
            shown = error.learner_frames if hasattr(error, "learner_frames") else []
            error = RuntimeError(f"the notebook's code raised StopIteration: {error}")
            error.learner_frames = shown  # type: ignore[attr-defined]
        if error is not None:
            raise error
        return value

    def _rebuilt(self, told: dict, decoder: Decoder) -> BaseException:
        if "mine" in told:
            return self.errors[told["mine"]]
        return rebuild_error(told, decoder, self.packages)

    # The learner's code calls a function of the test

    def _called_back(self, message: dict, blobs: list[bytes]) -> None:
        given: list[Any] = []
        first = message["from"]
        self.followed.drop(map(int, message.get("dropped", [])))
        self.shared.apply(message["objects"], blobs[first:])
        decoder = Decoder(blobs[:first], self._understand, given, given, self.packages)
        encoder = self._encoder()
        before: list = []
        try:
            function = self.telling.callbacks[message["callback"]]
            args, kwargs = decoder(message["args"]), decoder(message["kwargs"])
            before = [self._content(part, given) for part in given]
            self._answering += 1
            try:
                value = function(*args, **kwargs)
            finally:
                self._answering -= 1
            encoder = self._encoder({id(part): place for place, part in enumerate(given)})
            reply: dict[str, Any] = {"value": encoder(value)}
        except TEST_ERRORS as error:
            self.errors.append(error)
            encoder = self._encoder()
            reply = {"raise": self._raised(error, encoder)}
        changed = []
        for place, old in enumerate(before):
            if self._content(given[place], given) != old:
                encoder.known = {id(part): at for at, part in enumerate(given)}
                changed.append([place, encoder.content(given[place])])
        told, parts = self.shared.changes()
        reply |= {"changed": changed, "objects": told, "from": len(encoder.blobs)}
        try:
            self._send(reply, encoder.blobs + parts)
        except ValueError as error:  # too much data: the learner's code waits for an answer
            self.errors.append(error)
            raised = self._raised(error, self._encoder())
            self._send({"raise": raised, "changed": [], "objects": [], "from": 0}, [])

    def _content(self, part: Any, given: list) -> tuple[Any, list[bytes]]:
        encoder = self._encoder({id(other): place for place, other in enumerate(given)})
        return encoder.content(part), encoder.blobs

    def _raised(self, error: BaseException, encoder: Encoder) -> dict:
        try:
            args = encoder(list(error.args))
        except (NotPlain, TypeError):
            args = encoder([str(error)])
        kind = type(error)
        return {
            "number": len(self.errors) - 1,
            "type": [kind.__module__, kind.__qualname__],
            "args": args,
            "text": str(error),
        }

    # How values cross

    def _encoder(self, known: dict[int, int] | None = None) -> Encoder:
        return Encoder(self.telling.tell, known)

    def _decoder(self, blobs: list[bytes]) -> Decoder:
        return Decoder(blobs, self._understand, libraries=self.packages, followed=self.followed)

    def _understand(self, node: list, decoder: Decoder) -> Any:
        tag, number, *told = node
        if tag == "module":
            return self._module(str(number), decoder(told[0]))
        if type(number) is not int:
            raise NotPlain("a number that is none")
        if tag == "shared":
            return self.shared.objects[number]
        if tag == "callback":
            return self.telling.originals[number]
        if number in self.stand_ins:
            known = self.stand_ins[number]
            held = [decoder(part) for part in told[1:]]  # with what it brings to be followed
            if held and isinstance(known, np.ndarray):
                refill(known.view(np.ndarray), held[0])
            return known
        made = {"function": self._function, "class": self._class, "object": self._object}[tag]
        value = self.stand_ins[number] = made(number, *told, decoder)
        return value

    def _module(self, name: str, stand_in: Any) -> Any:
        """Return the checker's own module; the learner's object, where the course has no such."""
        if name.partition(".")[0] in self.packages and name in sys.modules:
            return sys.modules[name]
        return stand_in

    def _function(self, number: int, told: dict, decoder: Decoder) -> Any:
        return make_function(self, number, decoded(told, decoder))

    def _object(self, number: int, told: list, *held: Any) -> Any:
        *content, decoder = held
        kind = self._understand(told, decoder)
        if likenesses.is_whole(kind):
            return likenesses.make_value(kind, number, decoder(content[0]))
        return make_object(kind, number)

    def _class(self, number: int, told: dict, decoder: Decoder) -> type:
        bases = tuple(self._understand(base, decoder) for base in told["bases"])
        shadow, error = self._shadow(told["named"]), built_in_error(told["named"])
        return make_class(self, number, decoded(told, decoder), bases, shadow, error)

    def _shadow(self, named: list) -> type | None:
        """Return the class of a shared module that a learner's class derives from."""
        for module, qualname in named:
            if str(module).partition(".")[0] in self.packages - NAMED and module in sys.modules:
                found = getattr(sys.modules[module], str(qualname), None)
                if isinstance(found, type) and not issubclass(found, BaseException):
                    return found
        return None
