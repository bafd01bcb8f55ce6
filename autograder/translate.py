"""The command ``autograder translate``."""

from pathlib import Path

import click


@click.command()
@click.argument("language")
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path("."),
    help="The course folder, if it is not the current one.",
)
def translate(language: str, units: tuple[str, ...], course_dir: Path) -> None:
    """Bring the catalogues of LANGUAGE up to date with the texts, and print how far they are.

    Each text of a UNIT gets a PO file, translations/LANGUAGE/TEXT.po, to be filled in with a text
    editor or a translator's program. Without a UNIT, the catalogues that exist are brought up to
    date. LANGUAGE is a code, such as de.
    """
    from autograder.translating import command

    command.translate(language, units, course_dir)
