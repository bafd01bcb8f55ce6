"""A preview on disk: results as plain data, and a note of what they were made from.

The folder ``.autograder/preview/UNIT`` belongs to whoever made it alone. The note is written last
and holds a hash of the results: what a stopped run or another hand has left there is no preview.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from autograder.course import Course
from autograder.engine.gradebook.folders import remove
from autograder.engine.submission.plain_results import plain, result_of
from autograder.engine.submission.results import SubmissionResult
from autograder.files import file_digest, write
from autograder.problems import CannotStart

FOLDER = "preview"
RESULTS, NOTE = "results.jsonl", "note.json"


@dataclass
class Note:
    """What a preview was made from.

    Parameters
    ----------
    isolated : bool
        Whether learners' code ran in the sandbox.
    chosen : list of str
        The learners that were named; empty for the whole class.
    surroundings : dict
        What else counts, in words -> hash.
    work : dict
        Learner -> hash of what was handed in; of everybody that was looked at.
    before, after : dict
        Learner -> hash of their rows of the gradebook. Who is not in `after` has no new result.
    results : str
        Hash of the file of results.
    """

    isolated: bool
    chosen: list[str]
    surroundings: dict[str, str]
    work: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]
    results: str = ""


class Preview:
    """The stored preview of a unit.

    Parameters
    ----------
    course : Course
    unit : str
    """

    def __init__(self, course: Course, unit: str) -> None:
        self.unit = unit
        self.folder = course.state / FOLDER / unit
        self.page = self.folder / "index.html"

    def begin(self) -> None:
        """Make room for a new one: the last one does not count any more."""
        (self.folder / NOTE).unlink(missing_ok=True)
        remove(self.folder)
        self.folder.mkdir(parents=True, mode=0o700)

    def add(self, result: SubmissionResult) -> None:
        """Keep one more result."""
        with open(self.folder / RESULTS, "a", encoding="utf-8") as file:
            told, contents = plain(result)
            kept = [base64.b64encode(content).decode() for content in contents]
            file.write(json.dumps([told, kept]) + "\n")

    def end(self, note: Note, page: str) -> None:
        """Write the page, then the note: from now on it can be applied."""
        path = self.folder / RESULTS
        path.touch()
        note.results = file_digest(path)
        write(self.page, page.encode())
        write(self.folder / NOTE, json.dumps(asdict(note)).encode(), 0o600)

    def note(self) -> Note:
        """Return its note.

        Raises
        ------
        CannotStart
            If there is no preview, or its files are not those that were written.
        """
        again = f"`autograder grade {self.unit} --preview` makes one."
        try:
            note = Note(**json.loads((self.folder / NOTE).read_bytes()))
            whole = file_digest(self.folder / RESULTS) == note.results
        except FileNotFoundError:
            raise CannotStart(f"There is no preview of {self.unit}: {again}") from None
        except (OSError, ValueError, TypeError):
            whole = False
        if not whole:
            raise CannotStart(
                f"The preview of {self.unit} in {self.folder} is not as it was written: {again}"
            )
        return note

    def results(self) -> Iterator[SubmissionResult]:
        """Yield the results, in the order in which they came."""
        with open(self.folder / RESULTS, encoding="utf-8") as file:
            for line in file:
                told, kept = json.loads(line)
                yield result_of(told, [*map(base64.b64decode, kept)])

    def forget(self) -> None:
        """Remove it: the note first, without which it is none."""
        (self.folder / NOTE).unlink(missing_ok=True)
        remove(self.folder)
