"""Codecs that a course brings: do they cross, are they held to more, is a bad one told of?"""

import json

import pytest

from autograder.course import load_course
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.own_codecs import load
from autograder.engine.protocol.plain import Encoder
from autograder.engine.submission.codecs_named import read_codecs
from autograder.problems import CannotStart

LENGTHS = """
from autograder.engine.protocol.codecs.codec import Codec, text

class Length:
    def __init__(self, number, unit):
        self.number, self.unit = number, unit

def made(number, unit):
    assert type(number) is float
    return "a text" if unit == "text" else Length(number, text(unit))

class Box:
    def __init__(self, held):
        self.held = held

CODECS = [
    Codec("lengths_of_a_course.Length", Length, lambda v: (v.number, v.unit), made),
    Codec("lengths_of_a_course.Box", Box, lambda v: (v.held,), Box),
]
"""


@pytest.fixture(scope="module")
def lengths(tmp_path_factory):
    """A module with a type and its codec."""
    folder = tmp_path_factory.mktemp("lengths")
    (folder / "lengths_of_a_course.py").write_text(LENGTHS)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        load(["lengths_of_a_course"])
        import lengths_of_a_course

        yield lengths_of_a_course


def test_a_type_of_the_courses_own_crosses(lengths):
    encoder = Encoder()
    node = json.loads(json.dumps(encoder([lengths.Length(1.5, "m")])))
    [found] = Decoder(encoder.blobs)(node)
    assert type(found) is lengths.Length and (found.number, found.unit) == (1.5, "m")


def test_a_subclass_and_a_part_that_is_no_data_stay_objects(lengths):
    class Mine(lengths.Box):
        pass

    encoder = Encoder(lambda *_: ["object", 1])
    for value in (Mine(1), lengths.Box(print), lengths.Box([{1: (Mine(1),)}])):
        assert encoder(value) == ["object", 1]
    assert encoder(lengths.Box([lengths.Box(1)]))[0] == "as"


STAND_IN = ["object", 1, None]
FORGED = {
    "a stand-in": ("Box", STAND_IN),
    "a stand-in below": ("Box", ["list", ["dict", [1, ["tuple", STAND_IN]]]]),
    "a stand-in in an array": ("Box", ["objects", [1], True, STAND_IN]),
    "of another type": ("Length", 1, "m"),
    "too few": ("Length", 1.5),
    "another thing is made": ("Length", 1.5, "text"),
}


@pytest.mark.parametrize("told", FORGED.values(), ids=FORGED)
def test_what_is_forged_is_refused(lengths, told):
    name, *parts = told
    with pytest.raises(NotPlain):
        Decoder([], lambda *_: object())(["as", f"lengths_of_a_course.{name}", *parts])


# What a course can name wrongly

HEAD = "from autograder.engine.protocol.codecs.codec import Codec\n"
BAD = {
    "5": "expected a list",
    "['no_such_module_here']": "no_such_module_here cannot be imported",
    "['json']": "json holds no list CODECS",
    "['broken_codecs']": "broken_codecs cannot be imported (division by zero)",
    "['codecs_of_lists']": "has a codec for list, which has one already",
    "['codecs_of_counters']": "has a codec for Counter, which has one already",
    "['codecs_of_one_name']": "has a codec of the name x.X, which is taken",
}
MODULES = {
    "broken_codecs": "1 / 0",
    "codecs_of_lists": f"{HEAD}CODECS = [Codec('x.list', list, tuple, list)]",
    "codecs_of_counters": f"{HEAD}from collections import Counter\n"
    "CODECS = [Codec('x.Counter', Counter, tuple, Counter)]",
    "codecs_of_one_name": f"{HEAD}class A: pass\nclass B: pass\n"
    "CODECS = [Codec('x.X', A, tuple, A), Codec('x.X', B, tuple, B)]",
}


@pytest.mark.parametrize("setting", BAD)
def test_a_bad_setting_is_one_sentence(setting, tmp_path, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Autograder.codecs = {setting}\n"
    )
    for name, text in MODULES.items():
        (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(CannotStart) as told:
        read_codecs(load_course(tmp_path))
    assert BAD[setting] in told.value.message and "codecs" in told.value.message
    assert "\n" not in told.value.message
