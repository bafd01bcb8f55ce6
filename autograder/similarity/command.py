"""What `autograder similar` does."""

from pathlib import Path

import click

from autograder.course import load_course
from autograder.engine.run.opening import open_gradebook
from autograder.engine.submission.read_assignment import read_assignment
from autograder.files import write
from autograder.problems import CannotStart, shown
from autograder.similarity.answers import Exercise, earlier_folders, read_answers
from autograder.similarity.page import similar_page
from autograder.similarity.pairs import Pair, ranked

FOLDER = "similar"
TOLD = 10
"""So many pairs are named on the terminal."""


def similar(unit: str, earlier: tuple[Path, ...], root: Path) -> None:
    """Run the command; its words are those of ``autograder similar``."""
    course = load_course(root)
    with open_gradebook(course) as gradebook:
        assignment = read_assignment(course, unit, gradebook)
    folders = course.learners(course.app.coursedir.submitted_directory, unit)
    if len(folders) < 2:
        raise CannotStart(f"Fewer than two learners have submitted {unit}: there is no pair.")
    old = {}
    for folder in earlier:
        old |= earlier_folders(folder, unit)
    exercises, unreadable = read_answers(course, assignment, {**folders, **old})
    features = {
        name: {who: exercise.ground.features_of(text) for who, text in exercise.answers.items()}
        for name, exercise in exercises.items()
    }
    pairs, rates = ranked(features, old)
    page = course.state / FOLDER / f"{unit}.html"
    text = similar_page(unit, pairs, rates, exercises, features, (len(folders), len(old)))
    write(page, text.encode(errors="replace"), 0o600)
    _tell(pairs, exercises, unreadable, page)


def _tell(
    pairs: list[Pair], exercises: dict[str, Exercise], unreadable: list[str], page: Path
) -> None:
    click.echo("Look here first; being alike is no proof that anybody copied.")
    for pair in pairs[:TOLD]:
        most = sorted(pair.shares, key=pair.shares.__getitem__, reverse=True)[:3]
        places = ", ".join(f"{name} {pair.shares[name]:.0%}" for name in most)
        click.echo(f"{pair.first} and {pair.second}: {pair.share:.2f} ({places})")
    if not pairs:
        click.echo("No two answers have anything rare in common.")
    if unreadable:
        click.echo(f"Not compared, as nothing could be read: {', '.join(unreadable)}.")
    click.echo(f"{len(exercises)} exercises are compared. The page: {shown(page.resolve())}.")
