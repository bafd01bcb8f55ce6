"""What stops at a cell itself, before any check can speak."""


def explain_cell(error, source):
    """Add a note in plain words to an error that ended a cell."""


def ran_well(source):
    """Take note that a cell ran without an error."""


def forget():
    """Forget what earlier cells have done."""
