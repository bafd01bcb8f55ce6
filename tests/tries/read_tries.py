"""What a beginner reads of a wrong try: runs a folder of tries and prints a table by exercise.

    python tests/tries/read_tries.py FOLDER [--unit UNIT] [--show VERDICT] [--draft]

FOLDER holds UNIT/EXERCISE_k.py, each the code of one answer cell. A try runs as an answer does in a
notebook: the unit's imports, the answer cell, the exercise's visible tests, then the hidden ones.
What counts is what is read first: the visible test that fails, together with the error of the
answer cell itself where there is one.

- **named**: the message names the mistake;
- **general**: it is true and helps, but speaks of no mistake in particular;
- **bare**: an error of Python's, without a word of ours;
- **passed**: nothing fails. Right answers do, and so does a mistake that nobody notices.

Where `tests/tries/judged/UNIT.toml` holds the try, its judgement decides (see `judge`). For a try
that nobody has judged yet the table goes by the words, and marks the number with a question mark.
"""

import argparse
import contextlib
import io
import json
import linecache
import re
import signal
import sys
import tomllib
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent / "helpers")]

from unit import exercises, unit_names  # noqa: E402

from course.checks import cells  # noqa: E402
from course.checks.failed import CheckFailed  # noqa: E402

SECONDS = 20
"""How long one try may run: training takes a few."""

VERDICTS = ("named", "general", "bare", "passed")
HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)

GENERAL = re.compile(
    r"Work it out by hand: which step|Where are the other numbers\?|What keeps it an array\?"
    r"|What should happen to the numbers along it\?|Which step takes one away\?"
    r"|What should each of its numbers stand for\?|Which of the sizes is not right"
    r"|Which function makes an array from a list\?|How do they become one number\?"
    r"|What does each name in it hold at that moment\?"
)
"""Questions of `course.checks` that fit every way to get there, for tries not judged yet."""


@dataclass
class Reading:
    """What is read of one try."""

    text: str
    verdict: str
    where: str


def read(exercise, answer, name="try"):
    """Run an answer cell and its exercise's tests and return what a beginner reads.

    Parameters
    ----------
    exercise : unit.Exercise
    answer : str
        The code of the answer cell.
    name : str
        Stands for the cell's file name.

    Returns
    -------
    Reading
    """
    cells.forget()
    notebook = {"__name__": "__main__"}
    run_cell(exercise.imports, notebook, f"<imports of {exercise.unit}>")
    at_the_answer = run_cell(answer, notebook, f"<answer {name}>")
    visible = {grade_id: HIDDEN.sub("", test) for grade_id, test in exercise.tests.items()}
    for where, tests in (("visible", visible), ("hidden", exercise.tests)):
        for grade_id, test in tests.items():
            error = run_cell(test, notebook, f"<{grade_id}>")
            if error is not None:
                heard = [one for one in (at_the_answer, error) if one is not None]
                said = "\n".join(tell(one) for one in heard)
                return Reading(said, min(map(kind_of, heard), key=VERDICTS.index), where)
    if at_the_answer is not None:
        return Reading(tell(at_the_answer), kind_of(at_the_answer), "answer")
    return Reading("", "passed", "")


def run_cell(source, notebook, filename):
    """Run a cell and return its error, with the notes that a notebook shows; None if all is well.

    A warning is a failure where work is graded, so it is told like an error.
    """
    lines = source.splitlines(keepends=True)
    linecache.cache[filename] = (len(source), None, lines, filename)
    stderr = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(stderr),
            warnings.catch_warnings(),
            _time_limit(SECONDS),
        ):
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", ResourceWarning)  # as Python does, in a notebook too
            warnings.showwarning = lambda message, kind, *_: stderr.write(
                f"{kind.__name__}: {message}\n"
            )
            exec(compile(source, filename, "exec"), notebook)
    except Exception as error:  # whatever a try raises is what is read
        cells.explain_cell(error, source)
        return error
    cells.ran_well(source)
    return Warning(stderr.getvalue().strip()) if stderr.getvalue() else None


@contextlib.contextmanager
def _time_limit(seconds):
    def stop(*_):
        raise TimeoutError(f"still running after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tell(error):
    """Return what a beginner reads of an error: its last line, and the notes below it."""
    if isinstance(error, CheckFailed):
        return str(error)
    if type(error) is Warning:
        return str(error)
    lines = traceback.format_exception_only(error)
    return "".join(lines).strip()


def kind_of(error):
    """Guess how well an error answers, by its words alone."""
    if isinstance(error, CheckFailed):
        return "general" if GENERAL.search(str(error)) else "named"
    notes = "".join(getattr(error, "__notes__", []))
    if not notes:
        return "bare"
    return "general" if GENERAL.search(notes) else "named"


def judge(reading, judgement):
    """Return the verdict of a reading that somebody has judged, or what is wrong with it.

    A judgement holds `mistake` (what was done, in a few words), `verdict` ("named", "general" or
    "passed") and `says`, a phrase of the message that it judges. Another message is another matter:
    it must be read and judged anew.
    """
    if judgement["verdict"] == "passed":
        return reading.verdict if reading.verdict == "passed" else "changed"
    if reading.verdict == "bare":
        return "bare"
    return judgement["verdict"] if judgement["says"] in reading.text else "changed"


def judgements(unit):
    """Return what was judged of a unit's tries: {try: judgement}."""
    path = HERE / "judged" / f"{unit}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def tries(folder, unit):
    """Return the tries of a unit in their order, as paths."""
    return sorted((folder / unit).glob("*.py"), key=_by_number)


def _by_number(path):
    name, _, number = path.stem.rpartition("_")
    return name, int(number) if number.isdigit() else 0


def read_unit(folder, unit):
    """Yield (path, exercise's name, reading, verdict, judged) for the tries of a unit."""
    known = {exercise.name: exercise for exercise in exercises(unit)}
    judged = judgements(unit)
    for path in tries(folder, unit):
        name = path.stem.rpartition("_")[0]
        reading = read(known[name], path.read_text(encoding="utf-8"), path.stem)
        judgement = judged.get(path.stem)
        verdict = judge(reading, judgement) if judgement else reading.verdict
        yield path, name, reading, verdict, judgement is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds UNIT/EXERCISE_k.py")
    parser.add_argument("--unit", help="only this one")
    parser.add_argument("--only", default="", help="only tries whose name holds this")
    parser.add_argument("--show", default="", help="named, general, bare, passed, changed or all")
    parser.add_argument("--draft", action="store_true", help="print judgements to begin with")
    chosen = parser.parse_args()
    total, unjudged = Counter(), 0
    for unit in [chosen.unit] if chosen.unit else unit_names():
        rows = {}
        for path, name, reading, verdict, judged in read_unit(chosen.folder, unit):
            if chosen.only not in path.stem:
                continue
            rows.setdefault(name, Counter())[verdict] += 1
            total[verdict] += 1
            unjudged += not judged
            if chosen.draft and not judged:
                print(_draft(path.stem, reading))
            if chosen.show in ("all", verdict):
                mark = "" if judged else "?"
                print(f"--- {path.stem}: {verdict}{mark} ({reading.where})\n{reading.text}\n")
        _print_table(unit, rows)
    _print_table("all", {"": total})
    print(f"{unjudged} of them go by their words: nobody has judged them yet")


def _draft(name, reading):
    """Return a judgement to begin with: who reads the message fills in the rest."""
    says = ""
    if reading.verdict != "passed":
        last_line = reading.text.strip().splitlines()[-1]
        says = f"\nsays = {json.dumps(re.split(r'(?<=[.:?]) ', last_line)[-1])}"
    return f'[{name}]\nmistake = ""\nverdict = "{reading.verdict}"{says}\n'


def _print_table(title, rows):
    columns = (*VERDICTS, "changed")
    print(f"{title:32}" + "".join(f"{column:>9}" for column in columns))
    for name, counts in rows.items():
        print(f"  {name:30}" + "".join(f"{counts[column] or '':>9}" for column in columns))


if __name__ == "__main__":
    # Under its own name: the frames of `__main__` are the notebook's.
    import read_tries

    read_tries.main()
