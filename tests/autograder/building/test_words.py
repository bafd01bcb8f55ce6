"""Is nothing used before it is explained, and is nobody accused who explains it?"""

import pytest

from autograder.building.text import read_unit
from autograder.building.words import read_glossary, read_known, word_problems

SETTINGS = 'c.Autograder.known_words = "source/known.txt"\n'
KNOWN = "# Python\nimport  # begins all notebooks\nprint\ndef\nreturn\nfor\nrange\ndocstring\n"
GLOSSARY = "# Words\n\n- **weight** (unit 00): A number.\n- **area under the curve (AUC)**: One.\n"
GLOSSARY += "- **axis**: A direction.\n"


@pytest.fixture
def course(toy):
    """A course whose readers know a few words."""
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + SETTINGS)
    (toy.root / "source" / "known.txt").write_text(KNOWN + "raise\nNotImplementedError\n")
    (toy.root / "source" / "glossary.md").write_text(GLOSSARY)
    (toy.root / "source" / "01_double.py").unlink()
    return toy


def write(toy, *cells, name="01_a"):
    """Write a text; a cell that begins with `# ` is prose."""
    parts = [
        f"# %% [markdown]\n{cell}\n" if cell.startswith("# ") else f"# %%\n{cell}\n"
        for cell in cells
    ]
    return toy.write(name, toy.header + "\n".join(parts))


def found(toy, *cells, name="01_a"):
    """Return (line, quoted name) for each problem."""
    unit, form = read_unit(write(toy, *cells, name=name))
    assert form == []
    said = [(each.line, each.text.split("'")[1]) for each in word_problems(unit, toy.course())]
    return sorted(said)


def names(toy, *cells):
    return [name for _, name in found(toy, *cells)]


# Code that uses something, its name, and prose that explains it.
USES = {
    "a builtin": ("print(max(1, 2))", "max", "`max` is the larger one"),
    "a function of a module": ("import numpy as np\nnp.arange(3)", "np.arange", "`np.arange(3)`"),
    "an imported function": ("from math import sqrt\nsqrt(4)", "sqrt", "`sqrt`"),
    "a method": ('weights = {}\nweights.items()', ".items", "all of `weights.items()`"),
    "a keyword": ("raise_it = 1\nif raise_it:\n    print()", "if", "`if` looks first"),
    "a keyword argument": ("import numpy as np\nnp.sum([1], axis=0)", "axis=", "`np.sum(axis=0)`"),
    "a list comprehension": ("[x for x in (1, 2)]", "list comprehension", "`[2 * x for x in xs]`"),
    "a dict comprehension": ("{x: 1 for x in 'ab'}", "dict comprehension", "a dict comprehension"),
    "a star": ("print(*[1, 2])", "star argument", "`print(*numbers)`"),
    "a format code": ('"{}".format(1)\nf"{1.5:.2f}"', ":.2f", "`f'{x:.3f}'` and `.format`"),
    "a formatted text": ('f"{1}"', "f-string", "an f-string"),
    "a default": ("def f(x=1):\n    return x", "default argument", "its default is 1"),
    "a slice": ("[1, 2][0:1]", "slice", "`rows[0:3]`"),
    "a lambda": ("lambda: 1", "lambda", "`lambda`"),
    "a condition in a line": ("1 if 2 else 3", "conditional expression", "`a if b else c`"),
}  # fmt: skip


@pytest.mark.parametrize("kind", USES)
def test_what_is_used_first_is_explained_first(course, kind):
    code, name, prose = USES[kind]
    line = course.header.count("\n") + 2
    assert name in [each for at, each in found(course, code) if at >= line]
    assert names(course, f"# {prose}", code) == []
    assert name in names(course, code, f"# {prose}")


@pytest.mark.parametrize(
    ("code", "prose", "left"),
    [
        ('f"{1:6.3f}"', "# `f'{x:.2f}'`", []),
        ('f"{1:4} {2:>8}"', "# `f'{x}'`", []),
        ('f"{1:.3g}"', "# `f'{x:.2f}'`", [":.3g"]),
        ("def f(x, h=1):\n    return x", "# `h=1e-5` says what holds without an `h`", []),
        ("def f(x, h=1):\n    return x", "# `h = 1`", ["default argument"]),
    ],
)
def test_the_forms_of_a_format_code_and_of_a_default(course, code, prose, left):
    assert names(course, prose, code) == left


def test_only_the_first_use_counts(course):
    assert names(course, "max(1, 2)", "max(3, 4)") == ["max"]
    write(course, "max(1, 2)", name="00_before")
    assert names(course, "max(3, 4)") == []


def test_texts_before_it_explain_too_and_those_after_it_do_not(course):
    write(course, "# `max` is the larger one", name="02_after")
    assert names(course, "max(1, 2)") == ["max"]
    write(course, "# `max` is the larger one", name="00_before")
    assert names(course, "max(1, 2)") == []


@pytest.mark.parametrize(
    "code",
    [
        "total = 3\nprint(total)",
        "def double(x):\n    return x\n\n\nfor x in range(3):\n    print(double(x=x))",
        "class_ = print\nclass_.own = 3\nprint(class_.own)",
    ],
)
def test_what_the_notebook_defines_itself_is_no_name_to_explain(course, code):
    assert names(course, code) == []


def test_what_the_course_brings_along_is_its_own(course):
    (course.root / "lessons").mkdir()
    (course.root / "lessons" / "__init__.py").write_text("")
    code = "from lessons import figures\nfigures.draw(points=3).show\nprint(figures.table)"
    assert names(course, code) == [".show"]


def test_a_cell_that_need_not_be_read_uses_nothing_and_explains_nothing(course):
    optional = "print(max(1, 2))\n# You need not read this one."
    assert names(course, optional) == []
    assert names(course, optional, "max(1, 2)") == ["max"]


def test_solutions_and_tests_that_learners_do_not_read_do_not_count(course):
    text = course.unit_text.replace("return 2 * x", "return max(x, 0) + x")
    text = text.replace("assert double(2)", "assert abs(double(2))")
    text = text.replace("assert double(5)", "assert sum([double(5)])")
    config = course.root / "nbgrader_config.py"
    unit, _ = read_unit(course.write(text=text))
    said = [each.text for each in word_problems(unit, course.course())]
    assert len(said) == 2 and said[0].startswith("'abs'") and said[1].startswith("'assert'")
    config.write_text(config.read_text() + "c.Autograder.fold_tests = True\n")
    assert list(word_problems(unit, course.course())) == []


def test_the_lines_of_an_untouched_answer_are_read(course):
    (course.root / "source" / "known.txt").write_text(KNOWN)
    unit, _ = read_unit(course.write(text=course.unit_text))
    said = [each.text.split("'")[1] for each in word_problems(unit, course.course())]
    assert "raise" in said and "NotImplementedError" in said


@pytest.fixture
def with_glossary(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.Autograder.glossary = "source/glossary.md"\n')
    return course


@pytest.mark.parametrize(
    "bold", ["weight", "Weights", "AUC", "area under the curve", "axes", "print"]
)
def test_a_bold_word_stands_in_the_glossary_or_is_known(with_glossary, bold):
    assert names(with_glossary, f"# A **{bold}** is a number.") == []


def test_a_bold_word_of_which_the_glossary_knows_nothing_is_told(with_glossary):
    cells = ["# A weight.\n#\n# And a **bias\n# term** too."]
    line = with_glossary.header.count("\n") + 4
    assert found(with_glossary, *cells) == [(line, "bias term")]


@pytest.mark.parametrize(
    "prose",
    ["**a**", "**Before you run it:**", "**12**", "**`fit`**", "`2 ** n + 3 ** n`", "*bias*",
     "**Is this a question of yours?**", "**one two three four**"],
)  # fmt: skip
def test_other_bold_text_is_no_term(with_glossary, prose):
    assert names(with_glossary, f"# Here: {prose} stands.") == []


def test_the_lists_are_read(course):
    assert "range" in read_known(course.root / "source" / "known.txt")
    assert "import" in read_known(course.root / "source" / "known.txt")
    assert {"weight", "auc", "area under the curve"} <= read_glossary(
        course.root / "source" / "glossary.md"
    )


def test_a_list_that_is_not_there_is_told(course):
    (course.root / "source" / "known.txt").unlink()
    course.write(text=course.unit_text)
    result = course.build()
    assert result.exit_code == 2
    assert "known.txt, which the configuration names, cannot be read" in result.stderr


def test_the_build_refuses_and_says_where(course):
    path = write(course, "print(max(1, 2))")
    result = course.build()
    line = course.header.count("\n") + 2
    assert result.exit_code == 1
    assert result.stderr == (
        f"{path}:{line}: 'max' is used before it is explained: show it between backticks in the "
        "prose above and say what it does, say that one need not read this cell, or add it to "
        "source/known.txt.\n"
    )


def test_other_courses_use_what_they_like(toy):
    toy.write(text=toy.unit_text.replace('print("before")', "print(max(1, 2))"))
    assert toy.build().exit_code == 0
