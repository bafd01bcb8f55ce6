def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    raise NotImplementedError("Not written yet: replace this line with your answer.")
    return "b"
