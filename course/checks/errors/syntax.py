"""Errors in the spelling of a cell, which stop it before its first line runs."""

import ast
import re

from course.checks.errors import signs
from course.checks.errors.meant import misspelled_word
from course.language import say

# What Python says, and what it means: true of every way to get there, with one question.
PLAIN_WORDS = (
    (
        r"'return' outside function",
        "This `return` stands outside of a function: its line does not begin as far to the right "
        "as the lines of the function do. How many spaces belong in front of it?",
    ),
    (
        r"expected an indented block after (?:function|class) definition",
        "The lines that belong to a `def` begin four spaces further to the right than the `def`. "
        "Which line of yours does not?",
    ),
    (
        r"expected an indented block after .*'(\w+)'",
        "The lines that belong to a `{0}` begin four spaces further to the right than the `{0}`. "
        "Which line of yours does not?",
    ),
    (
        r"unexpected indent",
        "This line begins further to the right than the line above it, which does not end with a "
        "colon. To which line above does it belong?",
    ),
    (
        r"unindent does not match",
        "This line begins at a place where no line above it begins. To which of them does it "
        "belong?",
    ),
    (
        r"inconsistent use of tabs",
        "Some lines begin with spaces and others with tabs, and Python cannot compare them. Which "
        "line was copied from somewhere else?",
    ),
    (
        r"'(.)' was never closed",
        "The bracket `{0}` is opened here and never closed. Where should its partner stand?",
    ),
    (
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)'",
        "A bracket `{1}` is open here, and `{0}` is not its partner. Which bracket is missing, or "
        "of the wrong kind?",
    ),
    (
        r"unmatched '(.)'",
        "There is a bracket `{0}` here that none has opened. Which bracket is too many, or where "
        "is the other one missing?",
    ),
    (
        r"(unexpected EOF|incomplete input|was never closed)",
        "The cell ends before something in it does. Is there a bracket without a partner, or a "
        "line with a colon that nothing follows?",
    ),
    (
        r"expected ':'",
        "A line that begins with `def`, `for`, `if` or `else` ends with a certain sign. Which one "
        "is missing here?",
    ),
    (
        r"Perhaps you forgot a comma",
        "Between two things in brackets stands a comma, and between two numbers an operator such "
        "as `*`. Which is missing here?",
    ),
    (
        r"unterminated (?:triple-quoted )?(?:f-)?string",
        "A text begins with a quote here and has none at its end. Where should it end?",
    ),
    (
        r"(cannot assign to|Maybe you meant '=='|cannot be assigned)",
        "On the left of a single `=` stands a name, and on the right what it shall hold. Which "
        "name should get the result here?",
    ),
    (
        r"invalid (?:non-printable )?character '?(\S+?)'? ?\(?U\+",
        "Python does not know the sign {0}: it may come from a copied text or from another "
        "keyboard. Which sign of Python's own should stand there?",
    ),
    (
        r"invalid decimal literal",
        "A name cannot begin with a digit, and between a number and a name stands an operator such "
        "as `*`. Which is missing here?",
    ),
    (
        r"positional argument follows keyword",
        "In the brackets of a call, what has no name comes first, and what is written `name=...` "
        "comes after it. Which of them should go to the front?",
    ),
    (
        r"",
        "Python cannot read this line, or the end of the line above it. Which sign is missing or "
        "too many: a bracket, a comma, a colon, an operator?",
    ),
)


def note(error, source):
    """Say in plain words what Python could not read.

    Parameters
    ----------
    error : SyntaxError
    source : str
        The cell.
    """
    if "'return' outside function" in str(error) and not re.search(r"^\s*def ", source, re.M):
        return say(
            "There is a `return` in this cell, and no line with `def` above it. What has become of "
            "the function's first line?"
        )
    message = _plain_message(error, source)
    for look in (misspelled_word, _brackets_of_a_table, *signs.LOOKS):
        if words := look(error):
            return words
    for look in (left_edge, _left_open, _equals_in_a_call):
        if words := look(error, source):
            return words
    for pattern, words in PLAIN_WORDS:
        found = re.search(pattern, message)
        if found:
            return say(words).format(*found.groups())
    return None


def _brackets_of_a_table(error):
    """`X(:, column)` and `X[, column]`."""
    line = error.text or ""
    if re.search(r"\w\((?:\s*:\s*,|[^()\[\]]*,\s*:\s*\))", line):
        return say(
            "Rows and columns are picked between other brackets than the round ones, which call a "
            "function. Which brackets are they?"
        )
    if re.search(r"\w\[\s*,", line):
        return say(
            "In the square brackets stands nothing in front of the comma, and there the rows are "
            "chosen. Which sign means all of them?"
        )
    return None


def _left_open(error, source):
    """A bracket that is still open where the next line begins: Python then misses a comma."""
    lines = source.splitlines()
    if "forgot a comma" not in str(error) or not error.lineno or error.lineno >= len(lines):
        return None
    line, below = lines[error.lineno - 1], lines[error.lineno]
    deeper = len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())
    if deeper or not re.match(r"\s*[A-Za-z_]", below):
        return None
    open_now = []
    for sign in re.sub(r"\"[^\"]*\"|'[^']*'|#.*", "", line):
        if sign in "([{":
            open_now.append(sign)
        elif sign in ")]}" and open_now:
            open_now.pop()
    if not open_now:
        return None
    return say(
        "A bracket `{open_now}` of this line is not closed at its end, so Python reads on in the "
        "line below. Where should its partner stand?",
        open_now=open_now[-1],
    )


def _equals_in_a_call(error, source):
    """`np.where(z = 0, 0, z)`: one `=` where two things should be compared."""
    if "positional argument follows keyword" not in str(error):
        return None
    inputs = re.findall(r"\w+", " ".join(re.findall(r"^def +\w+\(([^)]*)\)", source, re.M)))
    for name, value in re.findall(r"[(,]\s*(\w+)\s*=(?!=)\s*([^,()]*)", error.text or ""):
        if name in inputs and value.strip() != name:
            return say(
                "`{name} = ...` in the brackets of a call names a setting, and `{name}` is a value "
                "here. Which sign compares two things?",
                name=name,
            )
    return None


def left_edge(error, source):
    """Return what is said of a `return` at the left edge, below a `def`; None for all else."""
    if "'return' outside function" not in str(error) or not re.search(r"^def ", source, re.M):
        return None
    line = source.splitlines()[error.lineno - 1] if error.lineno else ""
    if not line.startswith("return"):
        return None
    return say("A `return` stands at the left edge. How many spaces belong in front of it?")


def kept_from_handlers(source, shell):
    """Return the error of a cell that IPython shows without asking any handler, or None.

    Two kinds are: what is found before the cell is read (a line that begins where no other does),
    and what is found only when a part of it is made ready to run (a `return` at the left edge).

    Parameters
    ----------
    source : str
    shell : IPython.core.interactiveshell.InteractiveShell or None
    """
    if shell is None:
        return None
    try:
        text = shell.transform_cell(source)
    except SyntaxError as error:
        return error
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return None  # a handler gets it
    try:
        compile(tree, "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        if error.lineno and not error.text:
            error.text = text.splitlines()[error.lineno - 1]
        return error
    except ValueError:
        return None
    return None


def _plain_message(error, source):
    """Return Python's message; a notebook's kernel says of much only "incomplete input"."""
    if error.msg == "incomplete input":
        try:
            ast.parse(source)
        except SyntaxError as plain:
            return plain.msg
    return error.msg or ""


def said(error):
    """Return what Python says, on one line."""
    return f"{type(error).__name__}: {error.msg}"


def shown(error):
    """Write the line that Python could not read, with an arrow at it."""
    if not error.lineno or not error.text:
        return []
    where = say("Cell, line {number}:", number=error.lineno)
    return [where, f"----> {error.lineno:2} {error.text.rstrip()}"]
