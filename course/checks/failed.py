"""What a failed check raises."""

from course.checks.showing import card


class CheckFailed(AssertionError):
    """A check failed; its message is a sentence for the learner."""

    def _render_traceback_(self):
        """Show the sentence and nothing else: the frames of a test help no beginner.

        A notebook shows it as a card. The error behind it holds the sentence again, as text, for
        whoever reads no HTML.
        """
        card.show_failed(self)
        return [str(self)]
