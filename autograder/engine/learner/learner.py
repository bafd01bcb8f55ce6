"""The learner's side: runs the submission's cells and answers what the checker asks.

This runs inside the sandbox, in one process with the learner's code. Nothing that it says is
trusted: it may have been rewritten by the code that it runs.
"""

import builtins
import getpass
import socket
import sys
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt

from autograder.engine.learner import withheld
from autograder.engine.learner.descriptors import Descriptors
from autograder.engine.learner.error_told import describe_error, error_raised
from autograder.engine.learner.handed import Halves
from autograder.engine.learner.judged import run_judged
from autograder.engine.learner.likeness import content
from autograder.engine.learner.names_asked import Names, encoded_one_by_one
from autograder.engine.learner.objects import Objects
from autograder.engine.learner.patches import Patches
from autograder.engine.protocol import frames
from autograder.engine.protocol.codecs.codec import LIBRARIES
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.followed import Followed
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.operations import OPERATIONS, named
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.refilling import refill
from autograder.engine.protocol.shared import Shared
from autograder.engine.protocol.shell import Shell, Stream, no_input
from autograder.engine.protocol.surroundings import LearnersSurroundings, described


class Learner:
    """Serves one notebook over one connection.

    Parameters
    ----------
    channel : socket.socket
        The only way out of the sandbox.
    shell : Shell
        Where the cells run.
    descriptors : Descriptors or None
        What is written past Python.
    """

    def __init__(
        self, channel: socket.socket, shell: Shell, descriptors: Descriptors | None = None
    ) -> None:
        self.channel = channel
        self.shell = shell
        self.descriptors = descriptors
        self.objects = Objects()
        self.shared = Shared(lambda: Encoder(self._tell_fully), self._decoder, trusting=True)
        self.surroundings = LearnersSurroundings()
        self.followed = Followed(0, takes_large=False, tells_views=True)
        self.let_go: list[int] = []
        self.calling = 0
        self.callbacks: dict[int, Callable] = {}
        self.callback_numbers: dict[int, int] = {}
        self.halves = Halves(self._callback)
        self.names = Names(shell.user_ns)
        self.patches = Patches()
        self._after_cells = list(shell.events.callbacks["post_execute"])

    def serve(self) -> None:
        """Answer until the connection ends."""
        sys.stdout = Stream("stdout", self.emit, 1)
        sys.stderr = Stream("stderr", self.emit, 2)
        builtins.input, getpass.getpass = no_input("raw_input"), no_input("getpass")
        while True:
            try:
                message, blobs = frames.receive(self.channel)
                if message["do"] == "run":
                    self._run(message)
                elif message["do"] == "withhold":
                    withheld.hold(message["names"])
                elif message["do"] == "free":
                    frames.send(self.channel, {"freed": withheld.free()})
                else:
                    self._answer(message, blobs)
            except frames.Broken:
                return
            except KeyboardInterrupt:
                continue  # the interrupt came after the cell had ended

    def emit(self, output: dict) -> None:
        """Hand on one output."""
        try:
            frames.send(self.channel, {"out": output})
        except ValueError:
            note = f"(an output of the type {output['output_type']} is too large to keep)\n"
            frames.send(
                self.channel,
                {"out": {"output_type": "stream", "name": "stdout", "text": note}},
            )

    def _run(self, message: dict) -> None:
        """Run a cell of the notebook; with a word to give at its end, it is a test."""
        cell = message["source"], message["count"], self.emit
        if "word" in message:
            told: dict = {"judged": run_judged(self.shell, *cell, message["word"])}
        else:
            told = {"ran": self.shell.run(*cell).ok}
        self._flush()
        frames.send(self.channel, told)

    def _flush(self) -> None:
        """Hand on everything that has been written so far."""
        sys.stdout.flush()
        sys.stderr.flush()
        for name, text in self.descriptors.taken() if self.descriptors else ():
            self.emit({"output_type": "stream", "name": name, "text": text})

    # What the checker asks

    def _answer(self, message: dict, blobs: list[bytes]) -> None:
        """Do one thing that the checker asks for, and tell what came of it."""
        reply, parts = self._outcome(message, blobs)
        self._flush()
        try:
            frames.send(self.channel, reply, parts)
        except ValueError as error:
            # The checker has not heard of what is followed since.
            dropped = self.followed.drop_all()
            described = describe_error(error, Encoder(self._tell), self.shell)
            frames.send(self.channel, {"error": described, "dropped": dropped})

    def _outcome(self, message: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        recorded: list = []
        if message.get("again"):
            self.objects.described.clear()
            self.followed.drop_all()
        encoder = self._following()
        try:
            args, kwargs = self._arguments(message, blobs)
            with self.surroundings.held(message, recorded), self.patches.applied():
                value = self._do(message["do"], args, kwargs)
            reply: dict[str, Any] = encoder.attempt(self._told, (encoder, message["do"], value))
        except BaseException as error:  # whatever the learner's code raises crosses, exit included
            if isinstance(error, frames.Broken):
                raise
            # What was described in a reply that is not sent has to be described again.
            self.objects.described.clear()
            encoder = self._following()
            reply = {"changed": self.followed.changes(encoder)}
            reply["names"] = self.names.told(encoder, self.objects)
            encoder.no_more()
            reply["error"] = describe_error(error, encoder, self.shell)
        told, parts = self.shared.changes()
        reply["warnings"] = [list(described(warning)) for warning in recorded]
        reply["random"] = self.surroundings.drawn()
        reply["open"] = self._has_something_to_show()
        reply["objects"], reply["from"] = told, len(encoder.blobs)
        self.followed.look(reply["changed"])
        reply["dropped"] = self._dropped()
        if not self.calling:  # what a call in progress was given goes back with its reply
            reply["dropped"] += self.followed.too_much()
        return reply, encoder.blobs + parts

    def _told(self, answer: tuple[Encoder, str, Any]) -> dict:
        encoder, what, value = answer
        told: dict[str, Any] = {"changed": self.followed.changes(encoder)}
        if what == "names":
            return told | {"reply": encoded_one_by_one(value, encoder, self.objects)}
        return told | {"names": self.names.told(encoder, self.objects), "reply": encoder(value)}

    def _dropped(self) -> list[int]:
        """Return the numbers that the checker need not follow any more."""
        numbers, self.let_go = self.let_go, []
        return numbers

    def _has_something_to_show(self) -> bool:
        """Whether the end of a cell would show figures, or call what the learner has asked for."""
        return (
            bool(plt.get_fignums())
            or self.shell.events.callbacks["post_execute"] != self._after_cells
        )

    def _do(self, what: str, args: list, kwargs: dict) -> Any:
        own = {
            "names": self.names.found, "mark": self.names.mark, "put": self.names.put,
            "forget": self.names.forget, "name": self.names.name, "content": content,
            "patch": self.patches.patch, "unpatch": self.patches.unpatch,
            "show_figures": lambda: self.shell.events.trigger("post_execute"),
        }.get(what)  # fmt: skip
        return (own or OPERATIONS[what])(*args, **kwargs)

    def _arguments(self, message: dict, blobs: list[bytes]) -> tuple[list, dict]:
        """Rebuild the arguments, and do here what the test has done to what is followed."""
        first = message["from"]
        decoder = self._decoder(blobs[:first])
        self.followed.apply(message["changed"], decoder)
        args, kwargs = decoder(message["args"]), decoder(message["kwargs"])
        self.followed.drop(message["dropped"])
        self.let_go += self.followed.unused()
        # After the arguments, which may bring objects that are new here.
        self.shared.apply(message["objects"], blobs[first:])
        self.followed.look()
        return args, kwargs

    # How values cross

    def _following(self) -> Encoder:
        return Encoder(self._tell, followed=self.followed)

    def _decoder(self, blobs: list[bytes]) -> Decoder:
        return Decoder(blobs, self._understand, libraries=LIBRARIES, followed=self.followed)

    def _tell(self, value: Any, encoder: Encoder) -> list:
        number = self.shared.number(value)
        if number is not None:
            return ["shared", number]
        if (number := self.halves.number(value)) is not None:
            return ["callback", number]
        # By the function itself: `functools.wraps` copies whatever is written on it.
        if (number := self.callback_numbers.get(id(value))) is not None:
            return ["callback", number]
        return self.objects.encode(value, encoder)

    def _tell_fully(self, value: Any, encoder: Encoder) -> list:
        """Tell as `_tell` does, but the same in every message: so changes can be seen."""
        self.objects.always = True
        try:
            return self._tell(value, encoder)
        finally:
            self.objects.always = False

    def _understand(self, node: list, decoder: Decoder) -> Any:
        tag, *parts = node
        if tag == "object":
            return self.objects.values[parts[0]]
        if tag == "named":
            return named(*parts)
        if tag == "callback":
            return self._callback(*parts)
        if tag in ("iterator", "asked"):
            return self.halves.handed(tag, *parts)
        if tag == "shared":
            return self._shared(*parts)
        if tag == "error":
            return named(*parts[0])(*decoder(parts[1]))
        raise NotPlain(f"an unknown tag {tag!r}")

    def _shared(self, number: int, made: list | None = None) -> Any:
        if number not in self.shared.objects:
            assert made is not None
            self.shared.add(self.halves.shared(made), number)
        return self.shared.objects[number]

    def _callback(self, number: int, name: str = "", doc: str | None = None) -> Callable:
        """Return a function that runs in the checker."""
        if number not in self.callbacks:

            def call(*args: Any, **kwargs: Any) -> Any:
                with self.patches.lifted():
                    return self._call_back(number, args, kwargs)

            call.__name__ = call.__qualname__ = name
            call.__doc__ = doc
            self.callbacks[number] = call
            self.callback_numbers[id(call)] = number
        return self.callbacks[number]

    def _call_back(self, number: int, args: tuple, kwargs: dict) -> Any:
        register: list[Any] = []
        encoder = Encoder(self._tell, {}, register)
        encoded = [encoder(list(args)), encoder(kwargs)]
        told, parts = self.shared.changes()
        message = {"callback": number, "args": encoded[0], "kwargs": encoded[1]}
        self._flush()
        frames.send(
            self.channel,
            {**message, "objects": told, "from": len(encoder.blobs), "dropped": self._dropped()},
            encoder.blobs + parts,
        )
        while True:
            message, blobs = frames.receive(self.channel)
            if "do" not in message:
                break
            self.calling += 1
            try:
                self._answer(message, blobs)
            finally:
                self.calling -= 1
        first = message["from"]
        decoder = Decoder(blobs[:first], self._understand, register, libraries=LIBRARIES)
        for place, changed in message["changed"]:
            refill(register[place], decoder(changed))
        value = decoder(message.get("value"))
        self.shared.apply(message["objects"], blobs[first:])
        if "raise" in message:
            raise error_raised(message["raise"], decoder)
        return value
