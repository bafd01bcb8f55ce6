"""A toy course with a whole class, that is graded in a few seconds."""

from tiny_course import TinyCourse, answer, book, check

UNIT = "u"
STUDENTS = [f"learner{number:02}" for number in range(20)]
ANSWERS = [
    "def double(x):\n    return 2 * x",
    "def double(x):\n    return 4",
    "def double(x):\n    return (",
    "def double(x):\n    return x + x\n\nprint('x' * 90)",
]
SCORES = [3.0, 1.0, 0.0, 3.0]
HIDDEN = (
    "# Hidden tests run here.\n### BEGIN HIDDEN TESTS\nassert double(5) == 10\n### END HIDDEN TESTS"
)


class FastCourse(TinyCourse):
    """One unit, twenty submissions."""

    @classmethod
    def new(cls, folder, commands):
        """Make the course, its gradebook and all submissions; nothing is graded."""
        made = super().new(folder, commands)
        made.add(
            UNIT,
            u=book(
                answer("double", ANSWERS[0]),
                check("visible", "assert double(2) == 4"),
                check("hidden", HIDDEN, points=2),
            ),
        )
        for place, student in enumerate(STUDENTS):
            made.hand_in(student, ANSWERS[place % len(ANSWERS)])
        return made

    def hand_in(self, student, text):
        """Let a learner submit an answer."""
        return self.submit(student, UNIT, "2030-01-01 12:00:00 UTC", double=text)

    def run(self, *words, **settings):
        """Run `autograder grade` to its end; return its exit status and what it printed."""
        return self.autograder("grade", UNIT, *words, **settings)

    def start(self, *words, **settings):
        """Start `autograder grade`; return its process id."""
        return self.commands.start(self.root, "autograder", "grade", UNIT, *words, **settings)

    def all_of_it(self):
        """All that a run gives: the exported table, the gradebook's cells, the folders."""
        return self.export(), self.grades(), self.folders(UNIT)


def check_like(course, whole):
    """Is everything as after the uninterrupted run?"""
    exported, grades, folders = whole.expected
    found = course.export()
    assert sorted(found) == sorted(exported)  # nbgrader's order is that of the first grading
    for student, row in exported.items():
        assert found[student] == row, (found[student], row)
    assert course.grades() == grades, course.grades()
    assert sorted(course.folders(UNIT)) == sorted(folders)
    for student, content in course.folders(UNIT).items():
        assert content == folders[student], student
    assert course.unfinished() == [], course.unfinished()
