"""A class that learns: abilities, answers drawn from right and wrong files, several attempts.

Whoever is able, or tries again, is right more often (a Rasch model whose ability grows with each
attempt); who is wrong often hands the same wrong answer in again, and some wrong answers are more
usual than others. The answers are graded for real, one attempt of everybody after the other.
"""

import functools
import json
import math
import random
import re
import shutil
import sqlite3
from collections import defaultdict
from datetime import datetime, timedelta

import nbformat
import sandbox_needed  # noqa: F401
from unit import ROOT

UNIT = "01_linear_regression"
DUE = datetime(2026, 11, 20, 12)
ROUNDS = 3
EXTENDED_HOURS = 48
LOCKED = "predict_linear_visible"
MARK = """
update grade set manual_score = ?, needs_manual_grade = 0 where grade.id in (
select grade.id from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
where base_cell.name = 'reflection' and submitted_assignment.student_id = ?)
"""


@functools.cache
def pool():
    """Exercise -> (right answers, wrong ones): those of the tests and what readers tried."""
    found = defaultdict(lambda: ([], []))
    for path in sorted((ROOT / "tests" / "answers" / UNIT).glob("*/*.py")):
        found[path.parent.name][path.stem.startswith("wrong")].append(path.read_text("utf-8"))
    for path in sorted((ROOT / "tests" / "tries" / UNIT).glob("*.py")):
        found[re.sub(r"_\d+$", "", path.stem)][1].append(path.read_text("utf-8"))
    return dict(found)


class Learner:
    """Somebody with an ability, and with the answers of the last attempt."""

    def __init__(self, number, chance):
        self.id = f"learner{number:03}"
        self.chance = chance
        self.ability = chance.gauss(0, 1)
        self.answers = {}
        self.solved = set()

    def try_again(self, attempt):
        """Change what is not solved yet; at least one answer becomes another."""
        left = [name for name in pool() if name not in self.solved]
        before = dict(self.answers)
        for place, name in enumerate(left):
            right, wrong = pool()[name]
            difficulty = -0.5 + 1.5 * place / len(pool())
            if self.chance.random() < 1 / (1 + math.exp(difficulty - self.ability - 0.6 * attempt)):
                self.answers[name] = self.chance.choice(right)
                self.solved.add(name)
            elif name not in self.answers or self.chance.random() < 0.3:
                usual = int(len(wrong) * self.chance.random() ** 6)
                self.answers[name] = wrong[usual]
        if self.answers == before:
            self.answers[left[0]] += f"# attempt {attempt}\n"


class SimulatedClass:
    """A course folder with one unit, and learners who hand it in up to three times.

    Parameters
    ----------
    folder : pathlib.Path
        An empty one.
    commands : warm_commands.WarmCommands
    n : int
        Learners: the last has an extension, the last but one hands in nothing, the one before it
        no notebook at last, and the first changes a test.
    """

    def __init__(self, folder, commands, n):
        self.root, self.commands = folder / "course", commands
        self.chance = chance = random.Random(20261127)
        self.learners = [Learner(number, chance) for number in range(n)]
        *_, self.garbled, self.absent, self.extended = self.learners
        self.told = []
        """What each attempt came to: dicts of learner, round, handed in, and of `result.json`."""
        for kind in ("source", "release"):
            shutil.copytree(ROOT / kind / UNIT, self.root / kind / UNIT)
        shutil.copy(ROOT / "nbgrader_config.py", self.root)
        rows = [f"{each.id},Ada{each.id[-3:]},Lee," for each in self.learners]
        rows[-1] += str(EXTENDED_HOURS)
        roster = "\n".join(["id,first_name,last_name,extension", *rows])
        (folder / "roster.csv").write_text(roster)
        self.run(0, "autograder", "roster", "../roster.csv")

    def run(self, status, *words):
        """Run a command, which must end with this status; return what it printed."""
        found, said = self.commands.run(self.root, *words, patience=600)
        assert found == status, said
        return said

    def learn(self):
        """Let everybody try, round by round, and grade each round."""
        for attempt in range(ROUNDS):
            there = [each for each in self.learners if self._hands_in(each, attempt)]
            for each in there:
                each.try_again(attempt)
                self._submit(each, DUE + timedelta(hours=20 * (attempt - 1), minutes=attempt))
            garbled = attempt == ROUNDS - 1
            if garbled:
                for path in (self.root / "submitted" / self.garbled.id / UNIT).glob("*.ipynb"):
                    path.write_text('{"cells": [')
            self.run(int(garbled), "autograder", "grade", UNIT, "--jobs", "2")
            self.sql("update assignment set duedate = ?", f"{DUE}.000000")
            read = [each for each in there if not (garbled and each is self.garbled)]
            self.told += [self._result(each) for each in read]

    def mark(self):
        """Give every other learner a mark for the reflection by hand."""
        for each in self.learners[::2]:
            self.sql(MARK, self.chance.choice([0, 1, 1.5, 2, 3]), each.id)

    def sql(self, text, *values):
        """Change the gradebook."""
        connection = sqlite3.connect(self.root / "gradebook.db")
        with connection:
            connection.execute(text, values)
        connection.close()

    def _hands_in(self, learner, attempt):
        if learner is self.absent:
            return False
        if learner in (self.garbled, self.extended, self.learners[0]):
            return len(learner.solved) < len(pool())
        return learner.chance.random() < 0.9 and len(learner.solved) < len(pool())

    def _submit(self, learner, when):
        folder = self.root / "submitted" / learner.id / UNIT
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in released().items():
            notebook = nbformat.reads(text, as_version=4)
            for cell in notebook.cells:
                grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
                cell.source = learner.answers.get(grade_id, cell.source)
                if learner is self.learners[0] and grade_id == LOCKED:
                    cell.source = "assert True"
            nbformat.write(notebook, folder / f"{name}.ipynb")
        (folder / "timestamp.txt").write_text(f"{when} UTC")

    def _result(self, learner):
        folder = self.root / "autograded" / learner.id / UNIT
        told = json.loads((folder / "result.json").read_text("utf-8"))
        handed_in = (folder / "timestamp.txt").read_text().removesuffix(" UTC")
        return {"student": learner.id, "handed_in": datetime.fromisoformat(handed_in), **told}


@functools.cache
def released():
    """Notebook -> its text, as learners get it."""
    folder = ROOT / "release" / UNIT
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.ipynb"))}
