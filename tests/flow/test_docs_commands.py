"""Do the commands of the docs work, line by line, in a fresh clone, for an ordinary user?"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import sandbox_needed  # noqa: F401
from clone import fresh_clone
from own_machine import OwnMachine
from unit import ROOT

pytestmark = pytest.mark.slow

FIRST = ("README.md", "docs/instructor.md")
OTHERS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))
PAGES = dict.fromkeys((*FIRST, *OTHERS, "CONTRIBUTING.md"))
PROGRAMS = r"\.|sudo|make|python3|(?:\.venv/bin/)?(?:pip|autograder|course)|uv|conda|nbgrader|git"
TABLE = r"\| `((?:nbgrader|autograder) [^`]+)` \|$"
LINE = re.compile(rf"^    ((?:{PROGRAMS})(?: .*)?)$|{TABLE}", re.MULTILINE)

ELSEWHERE = {
    r"make (lab|test|test-slow)\b": "CI runs the tests; test_desks.py and tests/browser the desk",
    r"(uv|conda|python3|(\.venv/bin/)?pip|\. \.venv)\b": "test_wheel.py installs the course",
    r"(\.venv/bin/)?course lab": "test_wheel.py and test_desks.py start the desk",
    r"autograder desk": "tests/browser/test_instructor.py works at it",
    r"git clone ": "test_binder.py begins with a clone, as everybody does",
    r"sudo ": "test_jupyterhub.py does what an administrator does",
    r"(\.venv/bin/)?autograder audit": "tests/autograder/test_audit.py and tests/notebooks do",
    r"autograder history ada": "tests/autograder/reporting has a learner of this name",
    r"autograder export .*--roster": "tests/autograder/exports has a roster",
    r"autograder move-gradebook": "tests/autograder/engine/gradebook/test_postgresql.py does",
    r"autograder (translate|build --language)": "tests/autograder/translating, test_german.py",
    r"nbgrader quickstart": "tests/autograder/test_audit.py audits other courses",
    r"(\.venv/bin/)?autograder build($|.*03|.*02a| --check)": "test_build_check.py builds all",
}
"""Lines that are not run here, and what runs them."""

ONCE = {"autograder watch": "autograder watch --once 01_linear_regression"}
"""What would wait for submissions as long as nobody stops it."""


def commands(page):
    """Return the commands on a page, in order, without their comments."""
    found = LINE.findall((ROOT / page).read_text(encoding="utf-8"))
    return [re.split(r" +# ", block or table)[0].strip() for block, table in found]


LINES = [(page, line) for page in PAGES for line in commands(page)]
RUN = [(page, line) for page, line in LINES if not any(re.match(each, line) for each in ELSEWHERE)]


class Person:
    """An ordinary user with a fresh clone: this one, or somebody on a machine of its own."""

    def __init__(self, folder):
        self.clone, self.home = folder / "clone", folder / "home"
        self._machine = None
        fresh_clone(self.clone)
        self.home.mkdir()
        if os.getuid() == 0:
            self._machine = OwnMachine(folder)
            self._machine.run("useradd", "--home-dir", self.home, "--shell", "/bin/sh", "teacher")
            self._machine.run("chown", "-R", "teacher", folder)
        self.exchange = folder / "exchange"
        self.run(f"mkdir {self.exchange} && chmod 777 {self.exchange}")

    def run(self, line):
        """Run a line in the clone; return what it printed."""
        settings = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONPATH": str(self.clone),
            "HOME": str(self.home),
        }
        words = [f"{name}={value}" for name, value in settings.items()]
        words = ["env", *words, "sh", "-c", f"cd {shlex.quote(str(self.clone))} && {line}"]
        if self._machine:
            return self._machine.run(*words, user="teacher")
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def leave(self):
        """End the machine, if there is one."""
        if self._machine:
            self._machine.end()

    # What people do between the commands

    def say_where_the_exchange_is(self):
        """Write it into both configurations, the course's and the learner's."""
        said = f'c = get_config()\\nc.Exchange.root = "{self.exchange}"\\n'
        self.run(f"printf '{said}' >> nbgrader_config.py")
        course = 'c.CourseDirectory.course_id = "neural_networks"\\n'
        self.run(f"mkdir ~/.jupyter && printf '{said}{course}' > ~/.jupyter/nbgrader_config.py")

    def submit(self, unit):
        """Fetch a unit, as a learner, write all answers, and submit it."""
        self.run(f"cd ~ && nbgrader fetch_assignment {unit}")
        self.run(f"cp source/{unit}/*.ipynb ~/{unit} && cd ~ && nbgrader submit {unit}")

    def mend_a_test(self):
        """Change what a visible test of unit 01 says."""
        self.run("sed -i 's/: three customers, then/: three customers; then/' source/01a_*.py")


@pytest.fixture
def person(tmp_path):
    """Whoever reads the docs."""
    made = Person(tmp_path)
    yield made
    made.leave()


def test_every_reason_not_to_run_a_line_is_the_reason_of_one():
    for each in ELSEWHERE:
        assert any(re.match(each, line) for _, line in LINES), each
    for line in ONCE:
        assert line in {line for _, line in RUN}


def test_the_commands_of_the_docs_work_in_a_fresh_clone(person):
    git = "git -c user.name=a -c user.email=a@b"
    person.run(f"git init -q . && git add -A && {git} commit -qm clone")
    person.say_where_the_exchange_is()
    submitted, said = set(), {}
    for page, line in RUN:
        if line.startswith("nbgrader collect") and (unit := line.split()[-1]) not in submitted:
            person.submit(unit)
            submitted.add(unit)
        if line.startswith("autograder build"):
            person.mend_a_test()
        said.setdefault((page, line), person.run(ONCE.get(line, line)))
    grade = said["docs/instructor.md", "autograder grade 01_linear_regression"]
    assert "recorded there from the source" in grade and "10.00 of 13 points" in grade
    rows = (person.clone / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert {row.split(",")[0] for row in rows[1:]} == submitted
    left = person.run("git status --porcelain --untracked-files=all").splitlines()
    assert [each for each in left if each.startswith("??")] == []
