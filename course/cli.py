"""The command line ``course``: one command for each thing a learner does outside a notebook."""

import click

from course.desk.lab import lab
from course.desk.progress import progress
from course.desk.reset import reset


@click.group()
def main() -> None:
    """Neural networks by hand: the learner's commands."""


main.add_command(lab)
main.add_command(progress)
main.add_command(reset)
