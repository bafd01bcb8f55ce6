"""What a failed check raises."""


class CheckFailed(AssertionError):
    """A check failed; its message is a sentence for the learner."""

    def _render_traceback_(self):
        """Show only the sentence in a notebook: the frames of a test help no beginner."""
        return [str(self)]
