"""What a check says when all is well."""


def passed(sentence):
    """Say that a check has passed; `sentence` goes on with what the hidden tests will look at."""
    print(sentence)
