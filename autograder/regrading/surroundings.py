"""What a preview depends on beside the submissions and the gradebook's rows, in words."""

from pathlib import Path

from autograder.engine.run.run import Run
from autograder.engine.submission.fingerprint import contents, digest
from autograder.files import BY_THE_WAY, file_digest

ENGINE = Path(__file__).parents[1] / "engine"


def surroundings(run: Run) -> dict[str, str]:
    """Return words for each thing that counts -> its hash."""
    course = run.course
    unit = run.gradebook.find_assignment(run.assignment.name)
    settings = [Path(path) for path in course.app.loaded_config_files]
    plugins = [*course.root.glob("*.py"), *(p.parent for p in course.root.glob("*/__init__.py"))]
    return {
        "the tests": digest(run.assignment.digest(), run.assignment.inside()),
        "the due date": digest(str(unit.duedate)),
        "the grader or a library": digest(run.versions, _code([ENGINE])),
        "the limits or the sandbox": digest(run.limits.as_dict(), run.sandbox.walls),
        "the course's settings": digest(_code([*settings, *plugins])),
    }


def handed_in(run: Run, found: dict[str, Path]) -> dict[str, str]:
    """Return learner -> hash of the submission, the time of it included."""
    most = run.limits.submission
    return {student: digest(contents(folder, most)) for student, folder in found.items()}


def _code(places: list[Path]) -> list[tuple[str, str]]:
    """Return the files that Python reads, with their hashes, wherever the course lies."""
    found = []
    for place in sorted(set(places)):
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            if not BY_THE_WAY.intersection(path.parts):
                found.append((path.name, file_digest(path)))
    return found
