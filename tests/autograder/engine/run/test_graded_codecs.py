"""The example of docs/grading.md: a type of the course's own crosses, and gains nobody anything."""

import re
import textwrap

import pytest
from tiny_course import TinyCourse, answer, book, check
from unit import ROOT

pytestmark = pytest.mark.slow

QUANTITY = """
class Quantity:
    def __init__(self, number, unit):
        self.number, self.unit = number, unit

    def __eq__(self, other):
        return type(other) is Quantity and vars(other) == vars(self)
"""
HEAD = "from quantities import Quantity\n"
SPEED = f"{HEAD}def speed(way, time):\n    return Quantity(way / time, 'm/s')"
ANSWERS = {
    "right": SPEED,
    "wrong": SPEED.replace("m/s", "km/h"),
    "liar": f"{HEAD}class Yes(Quantity):\n    __eq__ = lambda self, other: True\n"
    "def speed(way, time):\n    return Yes(0.0, 'm/s')",
    "forger": f"{HEAD}def speed(way, time):\n    return Quantity([way], speed)",
    "patcher": f"{HEAD}Quantity.__eq__ = lambda self, other: True\n"
    "def speed(way, time):\n    return Quantity(0.0, 'm/s')",
}


def example():
    """The module and the setting, as the page shows them."""
    page = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    module = re.search(
        r"^    # quantities/codecs.py\n((?:    .*\n|\n)+?)(?=\S)", page, re.MULTILINE
    )
    setting = re.search(r"^    (c\.Autograder\.codecs = .*)$", page, re.MULTILINE)
    return textwrap.dedent(module[1]), setting[1]


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """The course, and what each learner came to."""
    folder = tmp_path_factory.mktemp("codecs")
    module, setting = example()
    package = folder / "packages" / "quantities"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(QUANTITY)
    (package / "codecs.py").write_text(module)
    found = f"import sys\nsys.path.append({str(package.parent)!r})"
    course = TinyCourse.new(folder, commands, found, setting)
    course.add(
        "u",
        u=book(
            answer("speed", SPEED),
            check("compared", f"{HEAD}assert speed(6.0, 2.0) == Quantity(3.0, 'm/s')"),
            check("kind", f"{HEAD}assert type(speed(1.0, 1.0)) is Quantity"),
        ),
    )
    for who, source in ANSWERS.items():
        course.submit(who, "u", speed=source)
    return course, course.records("u")


def test_a_value_of_the_courses_type_is_compared_outside(graded):
    course, records = graded
    assert records["right"]["score"] == 2 and records["wrong"]["score"] == 1
    tests = course.result("right", "u")["tests"]["u"]
    assert {told["checks"] for told in tests.values()} == {"outside"}


@pytest.mark.parametrize("who", ["liar", "forger"])
def test_what_is_no_such_value_earns_nothing(graded, who):
    assert graded[1][who]["score"] == 0


def test_a_class_that_was_patched_there_is_not_patched_here(graded):
    told = graded[0].result("patcher", "u")["tests"]["u"]
    assert not told["compared"]["passed"]


def test_a_grade_depends_on_the_codecs(graded):
    course, _ = graded
    assert "codecs quantities.codecs" in course.result("right", "u")["versions"]
    assert all(record["unchanged"] for record in course.records("u").values())
    module = course.root.parent / "packages" / "quantities" / "codecs.py"
    module.write_text(module.read_text() + "# another\n")
    assert not any(record["unchanged"] for record in course.records("u").values())


def test_a_module_that_the_sandbox_does_not_find_is_named(graded):
    course, _ = graded
    elsewhere = course.root.parent / "elsewhere" / "only_outside"
    elsewhere.mkdir(parents=True)
    (elsewhere / "__init__.py").write_text("")
    module = course.root.parent / "packages" / "quantities" / "codecs.py"
    before = module.read_text()
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"sys.path.append({str(elsewhere.parent)!r})\n")
    module.write_text(f"import only_outside\n{before}")
    said = course.grade("u", "--force", status=2)
    assert "c.Autograder.codecs: inside the sandbox, quantities.codecs cannot be imported" in said
    assert "No sandbox" not in said
