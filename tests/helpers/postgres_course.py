"""A tiny course whose gradebook is in PostgreSQL."""

import time

from tiny_course import TinyCourse, answer, book, check, essay

UNIT = "essay"
ANSWERS = {
    "right": {"one": "one = 1", "thoughts": "I think."},
    "wrong": {"one": "one = 2", "thoughts": "I think, too."},
    "silent": {},
}
SETTING = 'c.CourseDirectory.db_url = "{}"'
LOCKED = """
select 1 from pg_locks where locktype = 'advisory' and granted
and database = (select oid from pg_database where datname = current_database())
"""
WAITS = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = %s"


class PostgresCourse(TinyCourse):
    """As a tiny course; each copy has a database of its own."""

    @classmethod
    def new(cls, folder, commands, server, *config):
        """Make a course folder without units, and an empty database."""
        url = server.new()
        made = super().new(folder, commands, *config, SETTING.format(url))
        return made._of(server, url)

    def _of(self, server, url):
        self.server, self.url = server, url
        return self

    def copy(self, folder, own=True):
        """The same course elsewhere; with the same gradebook unless it is to have its own."""
        made = super().copy(folder)._of(self.server, self.url)
        if own:
            made.use(self.server.copy(self.url))
        return made

    def use(self, url):
        """Write into the configuration where the gradebook is."""
        path = self.root / "nbgrader_config.py"
        path.write_text(path.read_text() + SETTING.format(url) + "\n")
        self.url = url

    def sql(self, text, *values):
        """Ask the gradebook, or change it."""
        return self.server.run(self.url, text.replace("?", "%s"), *values)

    def is_locked(self):
        """Whether some command has the course's lock."""
        return bool(self.sql(LOCKED))

    def waits(self):
        """Whether some command waits for a row that another connection holds."""
        return bool(self.sql(WAITS, self.server.name_of(self.url)))


def filled(course):
    """Write the unit, try its tests, and let three learners submit it."""
    course.add(
        UNIT,
        essay=book(
            answer("one", "one = 1"), check("test", "assert one == 1", 2), essay("thoughts")
        ),
    )
    course.grade(UNIT, status=2)  # that nobody has submitted it is seen only then
    for student, answers in ANSWERS.items():
        course.submit(student, UNIT, "2030-01-01 11:00:00 UTC", **answers)
    return course


def until(found, seconds=180):
    """Wait until something is so; fail if it does not come to be."""
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, f"not so in {seconds} seconds"
        time.sleep(0.02)
