"""What Python's messages about a name mean, in plain words: of a variable, or behind a dot."""

NAME_WORDS = (
    (
        r"name '(\w+)' is not defined",
        "Python knows nothing called `{0}` here. Which line gives it a value, and is it spelled "
        "the same there?",
    ),
    (
        r"(?:cannot access local|local) variable '(\w+)'",
        "`{0}` is used before a line of the function gives it a value. Which must come first?",
    ),
    (
        r"module '(?:\w+\.)*(\w+)' has no attribute '(\w+)'",
        "There is no `{1}` in `{0}`. Is it spelled otherwise, or does it belong to something else?",
    ),
    (
        r"'numpy\.ndarray' object has no attribute 'append'",
        "An array cannot grow, and has no `append`. Which kind of thing has it, and where does "
        "yours begin?",
    ),
    (
        r"'numpy\.ndarray' object has no attribute '(\w+)'",
        "An array has nothing called `{0}`. What kind of thing has it, and how is this done with "
        "an array?",
    ),
    (
        r"'(list|dict|tuple|str|int|float|bool|function|method)' object has no attribute '(\w+)'",
        "{0:Kind} has nothing called `{1}`. What was meant to stand in front of the dot, or behind "
        "it?",
    ),
    (
        r"'(?:\w+\.)*(\w+)' object has no attribute '(\w+)'",
        "{0:Kind} has nothing called `{1}`. Which line should put it there, or to "
        "what does it belong?",
    ),
    (
        r"object attribute '(\w+)' is read-only",
        "`{0}` is a method, and `=` gives it nothing. Which brackets hand something to a method?",
    ),
)
