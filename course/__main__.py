"""``python -m course`` is ``course``, for shells that do not find the latter."""

from course.cli import main

main(prog_name="course")
