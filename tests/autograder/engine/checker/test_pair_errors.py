"""Does an error of the learner's code reach the test as if it had been raised there?"""

import numpy as np
import pytest

from autograder.engine.checker.remote import LearnerGone
from autograder.engine.submission.outcome import ANSI

pytest_plugins = ["learner_pair"]


def raised(pair, statement, before=""):
    """Return the error that a learner's function raises."""
    pair.learn(f"{before}\ndef f():\n    {statement}")
    with pytest.raises(BaseException) as caught:
        pair["f"]()
    return caught.value


@pytest.mark.parametrize(
    "made",
    [
        "ValueError('too small', 3)",
        "KeyError('a')",
        "TypeError()",
        "AssertionError('no')",
        "ZeroDivisionError('x')",
        "FileNotFoundError(2, 'No such file', 'a.csv')",
        "UnicodeDecodeError('utf-8', b'-', 0, 1, 'invalid')",
        "RecursionError('too deep')",
        "NotImplementedError('later')",
        "SystemExit(3)",
        "KeyboardInterrupt()",
        "GeneratorExit()",
    ],
)
def test_a_built_in_error_crosses_with_its_arguments(pair, made):
    found, error = raised(pair, f"raise {made}"), eval(made)
    assert type(found) is type(error) and (found.args, str(found)) == (error.args, str(error))


def test_an_error_of_numpy_is_of_its_type(pair):
    found = raised(pair, "np.zeros((2, 2)).sum(axis=5)", "import numpy as np")
    assert type(found) is np.exceptions.AxisError
    assert str(found) == "axis 5 is out of bounds for array of dimension 2"


def test_numpys_linear_algebra_error_is_of_its_type(pair):
    found = raised(pair, "np.linalg.inv(np.zeros((2, 2)))", "import numpy as np")
    assert type(found) is np.linalg.LinAlgError


CUSTOM = """
class TooSmall(ValueError):
    def __init__(self, size, least):
        super().__init__(size)
        self.least = least
    def __str__(self):
        return f"{self.args[0]} is less than {self.least}"
"""


def test_an_error_of_the_learners_own_class_is_of_its_built_in_base(pair):
    found = raised(pair, "raise TooSmall(1, least=2)", CUSTOM)
    assert isinstance(found, ValueError)
    assert (type(found).__name__, str(found)) == ("TooSmall", "1 is less than 2")


def test_the_learners_own_error_class_can_be_expected(pair):
    pair.learn(f"{CUSTOM}\ndef f(): raise TooSmall(1, 2)")
    with pytest.raises(pair["TooSmall"]):
        pair["f"]()


def test_an_attribute_of_the_learners_own_error_can_be_read(pair):
    found = raised(pair, "raise TooSmall(1, least=2)", CUSTOM)
    assert found.least == 2


def test_a_class_that_calls_itself_valueerror_is_none(pair):
    found = raised(pair, "raise ValueError", "class ValueError(Exception): pass")
    assert not isinstance(found, ValueError) and type(found).__name__ == "ValueError"


def test_an_error_can_be_raised_twice(pair):
    pair.learn("error = ValueError('no')\ndef f(): raise error")
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            pair["f"]()


def test_notes_cross(pair):
    found = raised(pair, "error = KeyError(1); error.add_note('look here'); raise error")
    assert found.__notes__ == ["look here"]


def test_the_learners_frames_come_along(pair):
    found = raised(pair, "inner()", "def inner():\n    x = 3\n    raise ValueError(x)")
    text = ANSI.sub("", "\n".join(found.learner_frames))
    assert "inner()" in text and "raise ValueError(x)" in text


def test_no_frame_of_the_engine_comes_along(pair):
    found = raised(pair, "raise ValueError")
    assert "engine" not in "\n".join(found.learner_frames)


def test_the_cause_is_seen_in_the_frames(pair):
    before = "def inner():\n    try:\n        1 / 0\n    except ZeroDivisionError as error:\n"
    before += "        raise ValueError('outer') from error"
    text = ANSI.sub("", "\n".join(raised(pair, "inner()", before).learner_frames))
    assert "ZeroDivisionError" in text and "direct cause" in text


def test_the_cause_can_be_asked_for(pair):
    before = "def inner():\n    try:\n        1 / 0\n    except ZeroDivisionError as error:\n"
    before += "        raise ValueError('outer') from error"
    found = raised(pair, "inner()", before)
    assert isinstance(found.__cause__, ZeroDivisionError)


def test_an_error_without_a_text_crosses(pair):
    before = "class Silent(Exception):\n    def __str__(self): raise RuntimeError"
    found = raised(pair, "raise Silent", before)
    assert type(found).__name__ == "Silent"


def test_an_error_with_an_array_crosses(pair):
    found = raised(pair, "raise ValueError(np.zeros((3, 4)))", "import numpy as np")
    assert isinstance(found, ValueError) and found.args[0].shape == (3, 4)


def test_a_group_of_errors_crosses(pair):
    found = raised(pair, "raise ExceptionGroup('two', [ValueError(1), KeyError(2)])")
    assert isinstance(found, Exception) and "two" in str(found)


def test_after_an_error_the_next_call_works(pair):
    pair.learn("def f(x): return 1 / x")
    with pytest.raises(ZeroDivisionError):
        pair["f"](0)
    assert pair["f"](2) == 0.5


def test_after_an_error_new_objects_are_still_described(pair):
    pair.learn("class A: pass\na = A()\ndef f(x): raise ValueError(a)\ndef g(): return a")
    with pytest.raises(ValueError):
        pair["f"](1)
    assert type(pair["g"]()) is pair["A"]


def test_wrong_arguments_are_a_type_error(pair):
    pair.learn("def f(x): return x")
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        pair["f"]()


def test_a_process_that_ends_says_so(pair):
    # Here nothing is between the learner and its process: a closed line is all that can be seen.
    pair.learn("import gc, socket")
    pair.learn(
        "def f():\n    for found in gc.get_objects():\n"
        "        if type(found) is socket.socket and found.fileno() > 2:\n"
        "            found.shutdown(socket.SHUT_RDWR)\n"
    )
    with pytest.raises(LearnerGone):
        pair["f"]()
