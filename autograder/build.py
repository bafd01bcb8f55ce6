"""The command ``autograder build``."""

from pathlib import Path

import click


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; fail where built files or translations have drifted.",
)
@click.option("--language", help="Build in this language, such as de, into the folder of --to.")
@click.option("--to", type=click.Path(path_type=Path), help="A folder for a course in --language.")
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path("."),
    help="The course folder, if it is not the current one.",
)
def build(
    units: tuple[str, ...], check: bool, language: str | None, to: Path | None, course_dir: Path
) -> None:
    """Build each UNIT (all, if none is named) from its texts.

    source/TEXT.py becomes source/UNIT/TEXT.ipynb, run, and release/UNIT/TEXT.ipynb, made by
    nbgrader. The text's header names its UNIT; without that, the unit is called as the text is. The
    name of a text does for UNIT, too.

    With --language and --to, a course folder in that language is made, with the same names, tests
    and points: of each UNIT, or of all that are translated as a whole (autograder translate).
    """
    if (language is None) != (to is None) or (check and to):
        raise click.UsageError("--language and --to need one another, and go without --check.")
    if language is not None and to is not None:
        from autograder.translating import folder

        good = folder.build_translated(units, language, to, course_dir)
    else:
        from autograder.building import command
        from autograder.translating import drift

        good = command.build(units, check, course_dir)
        left_behind = drift.tell(units, course_dir)
        good = good and not (check and left_behind)
    raise SystemExit(0 if good else 1)
