"""The checker's end of the line: asks the learner's process, and believes only plain data."""

import os
import random
import socket
import sys
import tempfile
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine import frames
from autograder.engine.errors import TEST_ERRORS, rebuild_error
from autograder.engine.plain import MUTABLE, Decoder, Encoder, NotPlain
from autograder.engine.shared import Shared, is_generator
from autograder.engine.stand_ins import make_class, make_function, make_object, number_of

NAMED = {"builtins", "math", "operator", "numpy", "functools", "statistics", "itertools"}
"""Modules whose functions are sent by their names."""


class LearnerGone(Exception):
    """The learner's process has ended: by itself, or for what it took."""


class CannotServe(TypeError):
    """A test does something that needs the learner's objects in its own process."""


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
    """

    def __init__(
        self, channel: socket.socket, emit: Callable[[dict], None], packages: set[str]
    ) -> None:
        self.channel = channel
        self.emit = emit
        self.packages = packages | NAMED
        self.shared = Shared(lambda: self._encoder(), self._decoder, trusting=False)
        self.stand_ins: dict[int, Any] = {}
        self.callbacks: list[Callable] = []
        self.errors: list[BaseException] = []
        self._callback_numbers: dict[int, int] = {}
        self._filters = list(warnings.filters)
        self._numpy_random = _numpy_state()
        self._random = random.getstate()

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
        sent: list[Any] = []
        encoder = Encoder(self._tell, {}, sent)
        message = {"do": what, "args": encoder(list(args)), "kwargs": encoder(kwargs)}
        told, parts = self.shared.changes()
        message |= {"objects": told, "from": len(encoder.blobs), **self._surroundings()}
        let_read(tempfile.gettempdir())
        self._send(message, encoder.blobs + parts)
        while True:
            reply, blobs = self._receive()
            if "out" in reply:
                self._shown(reply["out"])
            elif "callback" in reply:
                self._called_back(reply, blobs)
            else:
                return self._taken(reply, blobs, sent)

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
            self.emit(output)

    def _taken(self, reply: dict, blobs: list[bytes], sent: list) -> Any:
        """Do here what the call did to its arguments, and return or raise what it gave."""
        try:
            first = reply.get("from", 0)
            self.shared.apply(reply.get("objects", []), blobs[first:])
            decoder = self._decoder(blobs[:first], sent)
            for place, content in reply.get("changed", []):
                _refill(sent[place], decoder(content))
            for entry in reply.get("warnings", []):
                self._warned(*entry)
            if "error" in reply:
                raise self._rebuilt(reply["error"], decoder)
            return decoder(reply["reply"])
        except (NotPlain, KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
            if error.__dict__.get("_from_the_learner"):
                raise
            raise TypeError(f"what came back from the notebook cannot be used: {error}") from None

    def _rebuilt(self, told: dict, decoder: Decoder) -> BaseException:
        if "mine" in told:
            return self.errors[told["mine"]]
        return rebuild_error(told, decoder, self.packages)

    def _warned(self, module: str, name: str, text: str, filename: str, line: int) -> None:
        category = getattr(sys.modules.get(str(module)), str(name), None)
        if not (isinstance(category, type) and issubclass(category, Warning)):
            category = UserWarning
        warnings.warn_explicit(str(text), category, str(filename), int(line), registry={})

    def _surroundings(self) -> dict:
        """Return what the test has set around a call: random state, error states, warnings."""
        around: dict[str, Any] = {}
        if (errors := np.geterr()) != DEFAULT_ERRORS:
            around["errstate"] = errors
        if warnings.filters != self._filters:
            around["record"] = True
        if (state := _numpy_state()) != self._numpy_random:
            name, keys, *rest = np.random.get_state()
            around["numpy_random"] = [name, keys.tolist(), *rest]
            self._numpy_random = state
        if (python_state := random.getstate()) != self._random:
            version, numbers, gauss = python_state
            around["random"] = [version, list(numbers), gauss]
            self._random = python_state
        return around

    # The learner's code calls a function of the test

    def _called_back(self, message: dict, blobs: list[bytes]) -> None:
        given: list[Any] = []
        first = message["from"]
        self.shared.apply(message["objects"], blobs[first:])
        decoder = Decoder(blobs[:first], self._understand, given, given)
        encoder = self._encoder()
        before: list = []
        try:
            function = self.callbacks[message["callback"]]
            args, kwargs = decoder(message["args"]), decoder(message["kwargs"])
            before = [self._content(part, given) for part in given]
            value = function(*args, **kwargs)
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
        self._send(reply, encoder.blobs + parts)

    def _content(self, part: Any, given: list) -> tuple[Any, list[bytes]]:
        encoder = self._encoder({id(other): place for place, other in enumerate(given)})
        return encoder.content(part), encoder.blobs

    def _raised(self, error: BaseException, encoder: Encoder) -> dict:
        try:
            args = encoder(list(error.args))
        except NotPlain:
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
        return Encoder(self._tell, known)

    def _decoder(self, blobs: list[bytes], known: list | None = None) -> Decoder:
        return Decoder(blobs, self._understand, known)

    def _tell(self, value: Any, encoder: Encoder) -> list:
        number = number_of(value)
        if number is not None:
            return ["object", number]
        number = self.shared.number(value)
        if number is not None:
            return ["shared", number, self._made(value)]
        if isinstance(value, types.ModuleType) and self._is_ours(value.__name__):
            return ["named", value.__name__, ""]
        if callable(value) and self._is_named(value):
            return ["named", value.__module__ or "builtins", value.__qualname__]
        if isinstance(value, np.ufunc):
            return ["named", "numpy", value.__name__]
        if isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType):
            return self._callback(value)
        if is_generator(value) or self._base_of(type(value)) is not None:
            return ["shared", self.shared.add(value), self._made(value)]
        if isinstance(value, BaseException):
            return encoder.content(str(value))
        raise CannotServe(
            f"an object of the type {type(value).__name__}, made in the test, cannot be handed to "
            'the notebook: write `# autograder: checks = "inside"` into this test cell'
        )

    def _is_ours(self, module: str | None) -> bool:
        return (module or "").partition(".")[0] in self.packages

    def _is_named(self, value: Any) -> bool:
        """Whether both sides find this function or class under its name."""
        module, qualname = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
        if value in vars(__import__("builtins")).values():
            return True
        if not self._is_ours(module) or "<" in qualname:
            return False
        found: Any = sys.modules.get(module)
        for part in qualname.split("."):
            found = getattr(found, part, None)
        return found is value

    def _base_of(self, kind: type) -> type | None:
        """Return the class of a shared module that an object of the checker belongs to."""
        for base in kind.__mro__:
            module = base.__module__.partition(".")[0]
            if module in self.packages - NAMED and self._is_named(base):
                return base
            if module != "__main__":
                return None
        return None

    def _made(self, value: Any) -> list:
        """Tell how the learner's process makes its half of an object."""
        if is_generator(value):
            return ["generator", type(value.bit_generator).__name__]
        kind = type(value)
        base = self._base_of(kind)
        assert base is not None
        overridden = {}
        for part in kind.__mro__[: kind.__mro__.index(base)]:
            for name, method in vars(part).items():
                if isinstance(method, types.FunctionType) and name not in overridden:
                    overridden[name] = self._callback_number(method)
        return ["object", [base.__module__, base.__qualname__], kind.__name__, overridden]

    def _callback(self, function: Callable) -> list:
        name = str(getattr(function, "__name__", "function"))
        return ["callback", self._callback_number(function), name, function.__doc__]

    def _callback_number(self, function: Callable) -> int:
        if id(function) not in self._callback_numbers:
            self._callback_numbers[id(function)] = len(self.callbacks)
            self.callbacks.append(function)
        return self._callback_numbers[id(function)]

    def _understand(self, node: list, decoder: Decoder) -> Any:
        tag, number, *told = node
        if type(number) is not int:
            raise NotPlain("a number that is none")
        if tag == "shared":
            return self.shared.objects[number]
        if tag == "callback":
            return self.callbacks[number]
        if number in self.stand_ins:
            return self.stand_ins[number]
        made = {"function": self._function, "class": self._class, "object": self._object}[tag]
        value = self.stand_ins[number] = made(number, told[0], decoder)
        return value

    def _function(self, number: int, told: dict, decoder: Decoder) -> Any:
        return make_function(self, number, self._with_signature(told, decoder))

    def _object(self, number: int, told: list, decoder: Decoder) -> Any:
        return make_object(self._understand(told, decoder), number)

    def _class(self, number: int, told: dict, decoder: Decoder) -> type:
        bases = tuple(self._understand(base, decoder) for base in told["bases"])
        shadow = self._shadow(told["named"])
        return make_class(self, number, self._with_signature(told, decoder), bases, shadow)

    def _with_signature(self, told: dict, decoder: Decoder) -> dict:
        """Rebuild the defaults of a signature, which are data themselves."""
        signature = told.get("signature")
        if signature is None:
            return told
        rebuilt = []
        for name, kind, default in signature:
            try:
                value = None if default is None else [decoder(default[0])]
            except NotPlain:
                value = [None]
            rebuilt.append((name, kind, value))
        return {**told, "signature": rebuilt}

    def _shadow(self, named: list) -> type | None:
        """Return the checker's own class that a learner's class derives from, of a shared module."""
        for module, qualname in named:
            if str(module).partition(".")[0] in self.packages - NAMED and module in sys.modules:
                found = getattr(sys.modules[module], str(qualname), None)
                if isinstance(found, type) and not issubclass(found, BaseException):
                    return found
        return None


GONE = (
    "The notebook's process has ended: did its code call exit, or take more memory or time than "
    "it may?"
)
DEFAULT_ERRORS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}


def let_read(folder: str) -> None:
    """Open the tests' temporary files to the learner's user, where root grades."""
    if os.getuid() == 0:
        for parent, _, files in os.walk(folder):
            os.chmod(parent, 0o755)
            for name in files:
                os.chmod(os.path.join(parent, name), 0o644)


def _numpy_state() -> tuple:
    name, keys, position, has_gauss, cached = np.random.get_state()
    return name, keys.tobytes(), position, has_gauss, cached


def _refill(target: Any, new: Any) -> None:
    """Give a value of the test the content that the learner's function left in it."""
    if type(target) is not type(new):
        raise NotPlain("an argument that became something else")
    if isinstance(target, np.ndarray):
        if target.flags.writeable and target.shape == new.shape and target.dtype == new.dtype:
            target[...] = new
    elif isinstance(target, list | bytearray):
        target[:] = new
    elif isinstance(target, MUTABLE):
        target.clear()
        target.update(new)
