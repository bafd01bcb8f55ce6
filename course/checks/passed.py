"""What a check says when all is well."""

from course.checks.showing import card


def passed(sentence):
    """Say that a check has passed; `sentence` goes on with what the hidden tests will look at."""
    if not card.show_passed(sentence):
        print(sentence)
