"""A finished copy is no answer: `autograder grade` gives it nothing, and tells the instructor."""

import json
from dataclasses import replace

import nbformat
import pytest
from submitted_book import BOOK, submitted
from tiny_course import TinyCourse, answer, book, check

from autograder.engine.run.kernel import run_in_kernel
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.sanitize import rebuild

pytestmark = pytest.mark.slow

MEAN = "def mean(x):\n    return sum(x) / len(x)"
SPREAD = "def spread(x):\n    return max(x) - min(x)"
MIDDLE = "def middle(x):\n    return sorted(x)[len(x) // 2]"
ORACLE = """\
# Hidden tests run here.
### BEGIN HIDDEN TESTS
import statistics

assert mean([1, 2, 6]) == statistics.mean([1, 2, 6])
### END HIDDEN TESTS"""
INSIDE = '# autograder: checks = "inside"\nassert middle([1, 3, 2]) == 2'
UNIT = {
    "mean": MEAN,
    "spread": SPREAD,
    "middle": MIDDLE,
}
WITHHELD = {"mean": ["statistics.mean"], "middle": ["statistics.median", "statistics.median_low"]}
COPIES = {
    "mean": "import statistics\nmean = statistics.mean",
    "middle": "from statistics import median as middle",
}
ANSWERS = {
    "right": {},
    "copies": COPIES,
    # The copy of another exercise is free, and a cell of the learner's own as well.
    "elsewhere": {
        "mean": f"import statistics\nprint(statistics.mean([1, 2]))\n{MEAN}",
        "spread": f"import statistics\n{SPREAD} + 0 * statistics.mean(x)",
    },
    "caught": {
        "mean": "import statistics\ndef mean(x):\n    try:\n        return statistics.mean(x)\n"
        "    except Exception:\n        return sum(x) / len(x)"
    },
}


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """A course that withholds two copies, and what came of five learners' answers."""
    folder = tmp_path_factory.mktemp("withheld")
    course = TinyCourse.new(folder, commands, f"c.Autograder.withheld = {WITHHELD!r}")
    course.add(
        "u",
        u=book(
            answer("mean", MEAN),
            check("mean_visible", "assert mean([1, 3]) == 2"),
            check("mean_hidden", ORACLE),
            answer("spread", SPREAD),
            check("spread_visible", "assert spread([1, 3]) == 2"),
            answer("middle", MIDDLE),
            check("middle_inside", INSIDE),
        ),
    )
    for student, answers in ANSWERS.items():
        course.submit(student, "u", **{**UNIT, **answers})
    course.found = course.records("u")
    return course


def flags(graded, student):
    return [flag["text"] for flag in graded.found[student]["flags"]]


def test_an_answer_of_ones_own_earns_everything(graded):
    assert (graded.found["right"]["score"], flags(graded, "right")) == (4, [])


def test_a_finished_copy_earns_nothing_and_is_named(graded):
    assert graded.found["copies"]["score"] == 1
    assert flags(graded, "copies") == [
        "It uses the finished copy statistics.mean in exercise mean.",
        "It uses the finished copy statistics.median in exercise middle.",
    ]


@pytest.mark.parametrize("test", ["mean_visible", "mean_hidden", "middle_inside"])
def test_the_learner_reads_one_kind_sentence(graded, test):
    message = graded.result("copies", "u")["tests"]["u"][test]["message"]
    assert "is a finished copy that does the work of this exercise" in message
    assert message.startswith("FinishedCopy: statistics.me")


def test_it_is_free_in_other_exercises_and_in_the_learners_own_cells(graded):
    assert (graded.found["elsewhere"]["score"], flags(graded, "elsewhere")) == (4, [])
    cells = graded.graded_book("elsewhere", "u").cells
    assert cells[0].outputs[0].text == "1.5\n"


def test_who_catches_what_it_says_is_flagged(graded):
    assert graded.found["caught"]["score"] == 4
    assert flags(graded, "caught") == [
        "It uses the finished copy statistics.mean in exercise mean."
    ]


def test_another_setting_grades_anew(graded, tmp_path):
    """Is a submission graded again when what is withheld has changed?"""
    course = graded.copy(tmp_path)
    assert "4 had not changed" in course.grade("u")
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write("c.Autograder.withheld = {}\n")
    assert course.records("u")["copies"]["score"] == 4


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"mean": ["statistics.nothing"]}, "names statistics.nothing for the exercise mean"),
        ({"mean": ["nowhere.mean"]}, "names nowhere.mean for the exercise mean"),
        ({"mean": ["math.fsum"]}, "math.fsum for the exercise mean, and that cannot be withheld"),
        ({"mean": "statistics.mean"}, "should be a dict of lists"),
        ("statistics:NOTHING", "cannot be read"),
        ("statistics", "cannot be read (it should be package.module:NAME)"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(graded, tmp_path, setting, said):
    course = graded.copy(tmp_path)
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write(f"c.Autograder.withheld = {setting!r}\n")
    assert said in course.grade("u", status=2)


def test_a_solution_that_is_a_finished_copy_is_refused(graded, tmp_path):
    course = graded.copy(tmp_path)
    path = course.root / "source" / "u" / "u.ipynb"
    source = nbformat.read(path, as_version=4)
    source.cells[0].source = f"### BEGIN SOLUTION\n{COPIES['mean']}\n### END SOLUTION"
    nbformat.write(source, path)
    course.nbgrader("generate_assignment", "u", "--force")
    said = course.grade("u", "--force", status=2)
    assert "It uses the finished copy statistics.mean in exercise mean." in said


def test_a_kernel_withholds_it_too():
    """Does it hold where there is no sandbox: called, caught, and free in the other cells?"""
    copies = replace(BOOK, withheld={"answer": ("statistics.mean", "statistics.median")})
    source = (
        "import statistics\nprint(statistics.mean([4]))\n\n\ndef double(x):\n    try:\n"
        "        statistics.median([x])\n    except RuntimeError:\n        pass\n"
        "    return 4 if x == 2 else 2 * statistics.mean([x])"
    )
    told = nbformat.reads(json.dumps(submitted(answer={"source": source})), as_version=4)
    notebook, _ = rebuild(told, copies)
    done = run_in_kernel(notebook, copies, {}, Limits(cell_seconds=20))
    assert {name: verdict.passed for name, verdict in done.tests.items()} == {
        "test": True,
        "hidden": False,
    }
    assert done.tests["hidden"].message.startswith(
        "FinishedCopy: statistics.mean is a finished copy"
    )
    assert sorted(flag.text for flag in done.flags) == [
        "It uses the finished copy statistics.mean in exercise answer.",
        "It uses the finished copy statistics.median in exercise answer.",
    ]
    assert [cell.outputs[0].text for cell in done.notebook.cells if cell.id == "answer"] == ["4\n"]
    assert [cell.execution_count for cell in done.notebook.cells if cell.cell_type == "code"] == [
        1, 2, 3, 4,
    ]  # fmt: skip
