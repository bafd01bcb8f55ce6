"""The command ``autograder``: what an instructor runs on top of nbgrader."""

import click

import autograder.lean
import autograder.threads  # noqa: F401 (before anything that imports NumPy)
from autograder.audit import audit
from autograder.build import build
from autograder.desk import desk
from autograder.export import export
from autograder.feedback import feedback
from autograder.grade import grade
from autograder.move_gradebook import move_gradebook
from autograder.report import history, report
from autograder.roster import roster
from autograder.similar import similar
from autograder.translate import translate
from autograder.watch import watch


@click.group()
@click.version_option(package_name="neural-networks-by-hand")
def main() -> None:
    """Build and look after an nbgrader course that is written as text."""


main.add_command(audit)
main.add_command(build)
main.add_command(desk)
main.add_command(export)
main.add_command(feedback)
main.add_command(grade)
main.add_command(history)
main.add_command(move_gradebook)
main.add_command(report)
main.add_command(roster)
main.add_command(similar)
main.add_command(translate)
main.add_command(watch)
