"""The command ``autograder``: what an instructor runs on top of nbgrader."""

import click

from autograder.build import build
from autograder.grade import grade


@click.group()
@click.version_option(package_name="neural-networks-by-hand")
def main() -> None:
    """Build and look after an nbgrader course that is written as text."""


main.add_command(build)
main.add_command(grade)
