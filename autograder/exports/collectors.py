"""nbgrader's own collector plugins, for `nbgrader zip_collect`: files out of Moodle and Canvas.

    nbgrader zip_collect 02_forward --collector=autograder.exports.MoodleCollector

The roster says who is who; without it nobody is guessed.
"""

from functools import cached_property
from pathlib import Path

from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import find_all_notebooks
from traitlets import Unicode

from autograder.exports.downloads import Found, Whose, of_canvas, of_moodle, scan
from autograder.exports.roster import read_roster
from autograder.problems import CannotStart


class SchoolCollector(FileNameCollectorPlugin):
    """What both have in common."""

    roster = Unicode("", help="A roster file: our ids and the school's.").tag(config=True)
    worksheet = ""

    def found(self, whose: Whose, **where) -> Found:
        """Return what lies in the extracted folder; ``where`` is for `scan`."""
        raise NotImplementedError

    def collect(self, submitted_file: str) -> dict | None:
        """Return the learner and the notebook of a file; None where it is left out.

        Without a roster that can be read, nbgrader's command ends with a sentence.
        """
        known = self._all.files.get(Path(submitted_file))
        if known is None:
            return None
        learner, name, _ = known
        return {"student_id": learner, "file_id": name}

    @cached_property
    def _all(self) -> Found:
        try:
            return self._scanned()
        except CannotStart as error:
            self.parent.fail(error.message)
            raise

    def _scanned(self) -> Found:
        if not self.roster:
            name = type(self).__name__
            raise CannotStart(f"Who is who? Give the roster: --{name}.roster=roster.csv")
        worksheet = Path(self.worksheet) if self.worksheet else None
        directory = self.parent.coursedir
        unit = directory.assignment_id
        released = directory.format_path(directory.release_directory, ".", unit)
        found = self.found(
            Whose(read_roster(Path(self.roster)), worksheet),
            extracted=self._folder(self.parent.extracted_directory),
            archive=self._folder(self.parent.archive_directory),
            released=set(find_all_notebooks(released)),
            endings=self.valid_ext,
        )
        for sentence in found.left_out:
            self.log.warning("%s", sentence)
        for learner, name, told in found.files.values():
            if told.late:
                self.log.warning(
                    "%s of %s was late, and the download does not say when: write the time of it "
                    "into %s/timestamp.txt.",
                    name,
                    learner,
                    directory.format_path(directory.submitted_directory, learner, unit),
                )
        return found

    def _folder(self, step: str) -> Path:
        app = self.parent
        pattern = Path(app.coursedir.root, app.collect_directory_structure)
        return Path(
            str(pattern).format(
                downloaded=app.downloaded_directory,
                assignment_id=app.coursedir.assignment_id,
                collect_step=step,
            )
        )


class MoodleCollector(SchoolCollector):
    """Files out of Moodle's "Download all submissions", in folders or not."""

    worksheet = Unicode(
        "", help="The assignment's grading worksheet: it knows each participant's number."
    ).tag(config=True)

    def found(self, whose: Whose, **where) -> Found:
        """Return what came out of Moodle."""
        return scan(read=of_moodle, learner_of=whose.in_moodle, **where)


class CanvasCollector(SchoolCollector):
    """Files out of Canvas' "Download Submissions"."""

    def found(self, whose: Whose, **where) -> Found:
        """Return what came out of Canvas."""
        return scan(read=of_canvas, learner_of=whose.in_canvas, **where)
