"""What nbgrader is told for instructors alone."""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader provides it)

# The folder with nbgrader_config.py, source/ and, one day, gradebook.db.
c.CourseDirectory.root = str(Path.home() / "neural_networks")
