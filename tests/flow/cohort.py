"""A class that means well: 45 submissions, five to a unit, as honest learners hand them in.

Some are right, some half right, some untouched, some broken. Between the cells of the course stand
cells of the learners' own, from `honest_cells.txt`. Nothing is random: every run makes this class.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from unit import ROOT, Exercise, book_names, exercises, read_notebook, unit_names


@dataclass(frozen=True)
class Submission:
    """What one learner hands in for one unit."""

    student: str
    unit: str
    notebooks: dict[str, nbformat.NotebookNode]


# What a learner's function does before it does what it should. `{again}` is a call of itself.
STUMBLES = {
    "prints": 'print("called")',
    "leaves_the_line_open": 'print("called", end=" ")',
    "counts": "global calls; calls = globals().get('calls', 0) + 1; print(calls)",
    "draws_random_numbers": "np.random.rand()",
    "shows": 'from IPython.display import display; display({"a": 1}); print("after")',
    "reads_a_file": 'open("nothing_here.txt")',
    "looks_up_a_key": 'raise KeyError("missing")',
    "looks_up_deeper": 'def inner(d):\n    return d["missing"]\nreturn inner({})',
    "chains": 'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError("two") from e',
    "stumbles_twice": 'try:\n    [][1]\nexcept IndexError:\n    int("x")',
    "own_error": (
        "class Odd(Exception):\n    def __init__(self, a, b):\n        self.a = a\n"
        '    def __str__(self):\n        return "odd"\nraise Odd(1, 2)'
    ),
    "asserts": 'assert False, "no"',
    "asserts_without_words": "assert 1 == 2",
    "misspells": "undefined_thing",
    "uses_too_early": "print(late)\nlate = 1",
    "misses_an_attribute": "np.no_such_function",
    "multiplies_misfits": "np.ones((2, 3)) @ np.ones((2, 3))",
    "inverts_zeros": "np.linalg.inv(np.zeros((2, 2)))",
    "says_two_lines": 'raise ValueError("line 1\\nline 2\\n")',
    "says_nothing": "raise ValueError",
    "says_several_things": 'raise ValueError("a", 2, [3])',
    "adds_a_note": 'e = ValueError("n")\ne.add_note("a note")\nraise e',
    "never_ends": "return {again}",
    "stops": "raise StopIteration",
    "imports_nothing": "import no_such_module",
    "warns": 'import warnings; warnings.warn("careful")',
    "divides_by_zero": "np.array([1.0]) / 0",
    "writes_to_stderr": 'import sys; print("careful", file=sys.stderr)',
}

# What a learner's function returns in place of the right thing.
RETURNS = """
None; np.nan; "text"; [1, 2]; (1, 2); lambda: 1; 10 ** 30; np.float32(1); True; 1j; range(3); "c"
np.int64(2); "b"; "B"; {1, 2}; {"a": 1}; np.array(["a"]); np.array([1, None]); np.array(3.0); int
np.zeros((0, 3)); float("inf"); np.arange(6).reshape(2, 3).T; np.ones(3)[::-1]; [[1, 2], [3]]; ...
np.array([1.0], dtype=">f8"); [np.ones(2), np.ones((2, 2))]; np.bool_(True); -0.0; [None]; b"x"
np.array([[1, 2], [3]], dtype=object); ValueError("not raised"); np.arange(4); 0; 1; [0.5]
"""


def cohort() -> list[Submission]:
    """Return the whole class."""
    groups = honest_groups()
    made = []
    for number, unit in enumerate(unit_names()):
        for kind, write in LEARNERS.items():
            books = {name: read_notebook("release", unit, name) for name in book_names(unit)}
            for notebook in books.values():
                write(unit, notebook, number)
            _insert(next(iter(books.values())), groups[len(made) % len(groups)])
            made.append(Submission(f"{kind}_{number}", unit, books))
    return made


def machinery() -> list[str]:
    """Return the cells that show what runs them, and need not look the same; they still run.

    They show a folder, a class of the kernel or a time. What a program writes past Python arrives
    whenever stock's kernel looks, often too late; what the compiler warns of, stock says twice.
    """
    return honest_groups()[-1]


def honest_groups() -> list[list[str]]:
    """Return the learners' own cells, in groups that belong together."""
    text = Path(__file__).with_name("honest_cells.txt").read_text(encoding="utf-8")
    groups = re.split(r"^# %% \w.*\n", text, flags=re.MULTILINE)[1:]
    return [[cell.removesuffix("\n") for cell in group.split("# %%\n")] for group in groups]


# What the learners write


def _right(unit, notebook, number):
    """Solve everything."""
    _write(notebook, {exercise.name: exercise.solution for exercise in exercises(unit)})


def _mixed(unit, notebook, number):
    """Write answers that others have written: right and wrong ones in turn."""
    written = {}
    for place, exercise in enumerate(exercises(unit)):
        kind = "right" if (number + place) % 4 == 0 else "wrong"
        found = sorted((ROOT / "tests" / "answers" / unit / exercise.name).glob(f"{kind}_*.py"))
        answers = [path.read_text(encoding="utf-8").rstrip("\n") for path in found]
        written[exercise.name] = (answers or [exercise.solution])[5 * number % len(answers or "1")]
    _write(notebook, written)


def _stumbling(unit, notebook, number):
    """Begin each function with something that it should not do."""
    codes = list(STUMBLES.values())
    _write(
        notebook,
        {
            exercise.name: stumble(exercise, codes[(4 * number + place) % len(codes)])
            for place, exercise in enumerate(exercises(unit))
        },
    )


def _guessing(unit, notebook, number):
    """Return something from each function."""
    values = [value for line in RETURNS.strip().splitlines() for value in line.split("; ")]
    _write(
        notebook,
        {
            exercise.name: stumble(exercise, f"return {values[(5 * number + place) % len(values)]}")
            for place, exercise in enumerate(exercises(unit))
        },
    )


def _moving(unit, notebook, number):
    """Change the notebooks themselves, in each unit in another way."""
    if number > 0:
        _right(unit, notebook, number)
    cells = notebook.cells
    answers = [cell for cell in cells if _grade_id(cell) in _names(unit)]
    if not answers:
        return
    first = answers[0]
    place = cells.index(first)
    if number == 1:  # a function with a syntax error
        first.source += "\n    return ("
    elif number == 2:  # an answer cell is gone, and its answer stands in another cell
        cells[place] = nbformat.v4.new_code_cell(first.source)
    elif number == 3:  # an answer cell stands at the end, below its tests
        cells.append(cells.pop(place))
    elif number == 4:  # all texts are gone
        notebook.cells = [cell for cell in cells if cell.cell_type == "code"]
    elif number == 5 and len(answers) > 1:  # two answers have changed places
        other = cells.index(answers[1])
        cells[place], cells[other] = cells[other], cells[place]
    elif number == 6:  # every answer is empty, or only a comment
        for turn, cell in enumerate(answers):
            cell.source = "# later" if turn % 2 else ""
    elif number == 7:  # a copy of an answer cell, as a cell of the learner's own
        cells.insert(place, nbformat.v4.new_code_cell(first.source))
    elif number == 8:  # other names for the parameters and the functions
        for cell in answers:
            name = re.search(r"def (\w+)", cell.source)[1]
            cell.source += f"\n\nmy_{name} = {name}\n{name} = lambda *a, **k: my_{name}(*a, **k)"


LEARNERS = {
    "right": _right,
    "mixed": _mixed,
    "stumbling": _stumbling,
    "guessing": _guessing,
    "moving": _moving,
}


# How it gets into the notebook


def stumble(exercise: Exercise, code: str) -> str:
    """Return the solution with `code` before the work of each of its functions."""
    tree = ast.parse(exercise.solution)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            me = f"self.{node.name}" if names[:1] == ["self"] else node.name
            again = f"{me}({', '.join(name for name in names if name != 'self')})"
            wrapped = "def f():\n" + code.replace("{again}", again)
            body = ast.parse(wrapped.replace("\n", "\n    ")).body[0].body
            documented = ast.get_docstring(node) is not None
            node.body[documented:documented] = body
    return ast.unparse(tree)


def _insert(notebook, group):
    """Put a learner's own cells below the first code cell, which imports."""
    place = [cell.cell_type for cell in notebook.cells].index("code") + 1
    notebook.cells[place:place] = [
        nbformat.v4.new_code_cell(source, id=f"own-{number}") for number, source in enumerate(group)
    ]


def _write(notebook, written):
    for cell in notebook.cells:
        cell.source = written.get(_grade_id(cell), cell.source)


def _grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _names(unit):
    return [exercise.name for exercise in exercises(unit)]
