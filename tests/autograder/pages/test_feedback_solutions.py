"""The course's own solution on a feedback page: only when the course says so, and nothing else."""

from datetime import UTC, datetime, timedelta

import nbformat
import pytest
from click.testing import CliRunner
from graded_toy import SECRETS, UNIT, make, notebook
from nbgrader.api import Gradebook
from warm_commands import nbgrader

from autograder.cli import main

SOLVED = """\
def double(x, word=''):
    ### BEGIN SOLUTION
    return 2 * x  # solved
    ### END SOLUTION"""


def set_due(root, days):
    """Let the unit be due in so many days; None for no due date."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "neural_networks") as book:
        now = datetime.now(UTC).replace(tzinfo=None)  # as nbgrader keeps it
        due = None if days is None else now + timedelta(days=days)
        book.find_assignment(UNIT).duedate = due
        book.db.commit()


def say(root, when):
    """Put the setting into the course's configuration."""
    with open(root / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(f"\nc.ShowSolutions.when = {when!r}\n")


@pytest.fixture
def root(tmp_path):
    """A course folder with its source notebook and one learner."""
    made = make(tmp_path / "course", {"ada": notebook()})
    (made / "source" / UNIT).mkdir(parents=True)
    nbformat.write(notebook(answer=SOLVED), made / "source" / UNIT / f"{UNIT}.ipynb")
    return made


def page(root):
    result = CliRunner().invoke(main, ["feedback", UNIT, "--course-dir", str(root)])
    assert result.exit_code == 0, result.output
    return (root / "feedback" / "ada" / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("when", "due", "shown"),
    [
        ("never", -1, False),
        ("after_due_date", None, False),
        ("after_due_date", 1, False),
        ("after_due_date", -1, True),
        ("always", None, True),
    ],
)
def test_when_it_is_shown(root, when, due, shown):
    say(root, when)
    set_due(root, due)
    made = page(root)
    assert ("A solution" in made) == shown == ("# solved" in made)
    assert not [secret for secret in SECRETS if secret in made]
    assert "BEGIN SOLUTION" not in made


def test_unless_the_course_says_so_it_is_not_shown(root):
    set_due(root, -1)
    assert "# solved" not in page(root)


def test_the_page_is_made_again_when_the_day_has_come(root):
    say(root, "after_due_date")
    set_due(root, 1)
    assert "# solved" not in page(root)
    set_due(root, -1)
    assert "# solved" in page(root)


def test_a_learner_who_wrote_the_same_is_not_told_it_again(root):
    say(root, "always")
    same = SOLVED.replace("    ### BEGIN SOLUTION\n", "").replace("\n    ### END SOLUTION", "")
    nbformat.write(notebook(answer=same), root / "autograded" / "ada" / UNIT / f"{UNIT}.ipynb")
    assert "A solution" not in page(root)


def test_it_is_shown_by_nbgraders_own_command_too(root):
    say(root, "always")
    nbgrader(root, "generate_feedback", UNIT, "--force")
    path = root / "feedback" / "ada" / UNIT / f"{UNIT}.html"
    assert "# solved" in path.read_text(encoding="utf-8")
