"""A small course under attack: how attacks are written down, how they are graded, what is left.

Each file in `tests/attacks` is one attack. On top stand comment lines:

    # verdict: graded             (or: graded, flagged; or: ungradable; `or` between those allowed)
    # points: 0                   (of MAX_SCORE; exactly these)
    # flags: duplicate, missing   (only where there are any; more are allowed)
    # run: alone                  (aimed at the grader itself: graded in a run of its own, so that
                                   its success would not hide what the others do)

then a sentence on what it tries. The sections below are learners' cells, which nothing but the
sandbox runs: `# %% answer` replaces the answer cell (without it, WRONG stands there), `# %% before`
and `# %% after` come before and after it, `# %% end` comes last, `# %% cell NAME` replaces a locked
cell. COURSE_FOLDER in a cell stands for the course's path: an attacker may have guessed it;
RIGHT_ANSWERS for the course's own solution; IMPOSTOR for `_impostor.txt`.
`# %% harness` alone runs here: it may define `edit(notebook)`, which changes the notebook's JSON,
and `place(folder)`, which puts files beside the notebook.
"""

import ctypes
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import jupytext
import psutil
from unit import ROOT

ATTACKS = ROOT / "tests" / "attacks"
UNIT = "01_attacked"
MAX_SCORE = 13
NEIGHBOURS = ("a-neighbour", "m-neighbour", "z-neighbour")
"""Honest learners: first, in the middle and last of a run."""

SECONDS_PER_CELL = 2
PATIENCE = 400
"""Seconds after which a run hangs."""

LEFT_BEHIND = "LEFT-BEHIND"
"""In the name of every file that an attack tries to leave somewhere."""

CONFIG = f"""\
c = get_config()
c.CourseDirectory.course_id = "attacked"
c.CourseDirectory.db_students = [dict(id="a-neighbour", last_name="IN-THE-GRADEBOOK")]
c.Execute.timeout = {SECONDS_PER_CELL}
c.Autograder.withheld = {{"answers": ["finished.double"]}}
"""
IMPOSTOR = (ATTACKS / "_impostor.txt").read_text(encoding="utf-8")
WRONG = (ATTACKS / "_wrong.txt").read_text(encoding="utf-8")
"""Answers that earn nothing."""

SUBREAPER = 36  # prctl: orphans below this process become its children


@dataclass(frozen=True)
class Attack:
    """One attack, as its file tells it."""

    name: str
    verdict: str
    points: float
    flags: frozenset
    alone: bool
    sections: tuple

    @classmethod
    def read(cls, path):
        """Read a file."""
        head, *rest = re.split(r"^# %% ?", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        told = dict(re.findall(r"^# (verdict|points|flags|run): (.*)$", head, re.MULTILINE))
        sections = tuple(part.partition("\n")[::2] for part in rest)
        flags = frozenset(filter(None, told.get("flags", "").split(", ")))
        return cls(
            path.stem,
            told["verdict"],
            float(told["points"]),
            flags,
            told.get("run") == "alone",
            tuple((title.strip(), text.strip("\n")) for title, text in sections),
        )

    def write(self, course):
        """Put the submission into a course folder."""
        folder = course.root / "submitted" / self.name / UNIT
        notebook = course.released(WRONG)
        place = next(i for i, cell in enumerate(notebook["cells"]) if _name(cell) == "answers")
        before, after, end = [], [], []
        harness = {"__name__": self.name}
        for title, text in self.sections:
            source = text.replace("COURSE_FOLDER", str(course.root))
            source = source.replace("RIGHT_ANSWERS", course.solution())
            source = source.replace("\nIMPOSTOR", "\n" + IMPOSTOR)
            if title == "answer":
                notebook["cells"][place]["source"] = source
            elif title == "harness":
                exec(compile(text, self.name, "exec"), harness)
            elif title.startswith("cell "):
                cell_of(notebook, title.removeprefix("cell "))["source"] = source
            else:
                into = {"before": before, "after": after, "end": end}[title]
                into.append(code_cell(source, f"{title}-{len(into)}"))
        cells = notebook["cells"]
        notebook["cells"] = [
            *cells[:place], *before, cells[place], *after, *cells[place + 1 :], *end
        ]  # fmt: skip
        folder.mkdir(parents=True)
        if "edit" in harness:
            notebook = harness["edit"](notebook) or notebook
        (folder / f"{UNIT}.ipynb").write_text(json.dumps(notebook))
        if "place" in harness:
            harness["place"](folder)


def _name(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def cell_of(notebook, name):
    """Return the cell of a grade id."""
    return next(cell for cell in notebook["cells"] if _name(cell) == name)


def code_cell(source, name):
    """Return a cell without nbgrader's metadata."""
    return {
        "cell_type": "code", "id": name, "metadata": {}, "source": source,
        "outputs": [], "execution_count": None,
    }  # fmt: skip


@dataclass
class Aftermath:
    """What a run of the engine said, and what it left."""

    course: "AttackedCourse"
    exit_status: int | None
    said: str
    outcomes: dict
    processes: list = field(default_factory=list)
    files: list = field(default_factory=list)


class AttackedCourse:
    """A course folder with one unit, secrets in many places, and honest neighbours."""

    def __init__(self, root, tokens):
        self.root = root
        self.tokens = tokens

    @classmethod
    def build(cls, toy):
        """Make the course in the folder of an empty toy course."""
        places = ("TEST", "ENVIRONMENT", "COURSE", "NEIGHBOUR", "GRADEBOOK")
        tokens = {place: f"planted-{secrets.token_hex(8)}" for place in places}
        text = (ATTACKS / "_unit.txt").read_text(encoding="utf-8")
        text = text.replace("PLANTED-IN-THE-TEST", tokens["TEST"])
        config = CONFIG.replace("IN-THE-GRADEBOOK", tokens["GRADEBOOK"])
        (toy.root / "nbgrader_config.py").write_text(config)
        # Not `autograder build`: it refuses tests for partial credit, and nbgrader does not.
        folder = toy.root / "source" / UNIT
        folder.mkdir()
        jupytext.write(jupytext.reads(text, "py:percent"), folder / f"{UNIT}.ipynb")
        for name in ("descent", "finished"):
            shutil.copy(ATTACKS / f"_{name}.txt", folder / f"{name}.py")
        toy.nbgrader("generate_assignment", UNIT, "--force")
        (toy.root / "secret.txt").write_text(tokens["COURSE"])
        course = cls(toy.root, tokens)
        for name in NEIGHBOURS:
            course._submit_honest(name)
        return course

    def copy(self, root):
        """Return a course like this one, with the honest neighbours' submissions alone."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns("submitted"))
        course = AttackedCourse(root, self.tokens)
        for name in NEIGHBOURS:
            course._submit_honest(name)
        return course

    def solution(self):
        """Return the right answers."""
        built = json.loads((self.root / "source" / UNIT / f"{UNIT}.ipynb").read_text())
        lines = "".join(cell_of(built, "answers")["source"]).splitlines()
        return "\n".join(line for line in lines if "### " not in line)

    def released(self, answers):
        """Return what learners get, with these answers."""
        notebook = json.loads((self.root / "release" / UNIT / f"{UNIT}.ipynb").read_text())
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"])
        cell_of(notebook, "answers")["source"] = answers
        return notebook

    def _submit_honest(self, name):
        folder = self.root / "submitted" / name / UNIT
        folder.mkdir(parents=True)
        answers = f"# {self.tokens['NEIGHBOUR']}\n{self.solution()}"
        (folder / f"{UNIT}.ipynb").write_text(json.dumps(self.released(answers)))

    def grade(self, scratch, patience=PATIENCE, where=("--jobs", "2")):
        """Run the engine over all submissions."""
        scratch.mkdir()
        before, files = set(psutil.Process().children(recursive=True)), self._files()
        _adopt_orphans(True)
        environment = {**os.environ, "TMPDIR": str(scratch), "SECRET": self.tokens["ENVIRONMENT"]}
        command = [sys.executable, "-m", "autograder", "grade", UNIT, "--json", *where]
        process = subprocess.Popen(
            [*command, "--course-dir", str(self.root)],
            env=environment, cwd=scratch, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            told, complaints = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            told, complaints = process.communicate()
            complaints += f"\nThe run had not ended after {patience} seconds."
        lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
        done = Aftermath(self, process.returncode, told + complaints, {})
        done.outcomes = {line["student"]: line for line in lines}
        done.processes = _survivors(before)
        _adopt_orphans(False)
        done.files = sorted({*self._files()} - {*files}) + _left_elsewhere(scratch)
        return done

    def _files(self):
        """Return the course's files but for those that grading is there to write."""
        found = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*")]
        return [
            name for name in found if not re.match(r"autograded|gradebook\.db|\.autograder", name)
        ]

    def size(self, student):
        """Return the bytes of what was written of a submission."""
        found = (self.root / "autograded" / student).rglob("*")
        return sum(path.stat().st_size for path in found if path.is_file())

    def leaks(self, student):
        """Return the places of secrets that stand in what was written of a submission."""
        found = set()
        for path in (self.root / "autograded" / student).rglob("*"):
            text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
            if path.suffix == ".ipynb":
                notebook = json.loads(text)
                for cell in notebook["cells"]:
                    if cell["metadata"].get("nbgrader", {}).get("locked"):
                        cell["source"] = ""  # the instructor's own text
                text = json.dumps(notebook)
            found |= {place for place, token in self.tokens.items() if token in text}
        return found


def _adopt_orphans(on):
    ctypes.CDLL(None, use_errno=True).prctl(SUBREAPER, int(on), 0, 0, 0)


def _survivors(before):
    """Return the processes that a run has left; those that are on their way out are waited for."""
    left = set(psutil.Process().children(recursive=True)) - before
    _, alive = psutil.wait_procs(left, timeout=15)
    told = []
    for process in alive:
        try:
            told.append(" ".join([process.name(), *process.cmdline()])[:200])
            process.kill()
            process.wait()
        except psutil.NoSuchProcess:
            continue
    return told


def _left_elsewhere(scratch):
    places = [Path(part) for part in ("/tmp", "/var/tmp", "/dev/shm", "/")]
    found = [*scratch.iterdir()]
    for place in [*places, Path.home(), Path.cwd()]:
        if place.is_dir():
            found += [path for path in place.iterdir() if LEFT_BEHIND in path.name]
    return [str(path) for path in found]
