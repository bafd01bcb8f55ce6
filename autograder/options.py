"""Options that several commands have, spelled once."""

from pathlib import Path

import click

course_dir = click.option(
    "--course-dir",
    "root",
    default=".",
    type=click.Path(path_type=Path),
    help="The course folder; the current one by default.",
)
jobs = click.option(
    "--jobs", default=2, show_default=True, type=click.IntRange(1), help="Processes."
)
cluster = click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Grade on the Dask cluster whose scheduler is there, for instance tcp://HOST:8786.",
)
students = click.option(
    "--student", "students", multiple=True, metavar="ID", help="Only this learner."
)
no_isolation = click.option(
    "--no-isolation",
    is_flag=True,
    help="Without a sandbox: for your own code only. Every result says so.",
)
