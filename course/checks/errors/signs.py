"""Signs in a line that Python cannot read: those of formulas, and those in a wrong order."""

import keyword
import re

from course.language import say


def of_a_comparison(error):
    """`z => 0` and `z > = 0`."""
    where = (error.offset or 1) - 1
    near = (error.text or "")[max(where - 3, 0) : where + 3]  # Python points at the second sign
    if turned := re.search(r"(?<![<>=!])=[<>!]", near):
        return say(
            "`{turned}` is no sign of Python's: where a comparison has two signs, the "
            "`=` comes last. How is it written?",
            turned=turned[0],
        )
    if apart := re.search(r"([<>!])\s+=(?!=)", near):
        return say(
            "The two signs of the comparison `{apart}=` belong together. What stands between them "
            "here?",
            apart=apart[1],
        )
    return None


def after_return(error):
    """`return = np.sum(x)`."""
    if not re.match(r"\s*return\s*=(?!=)", error.text or ""):
        return None
    return say(
        "`return` is no name that holds something: it hands on what stands behind it. Which sign "
        "is too many?"
    )


def two_returned(error):
    """`return W b`."""
    found = re.match(r"\s*return\s+([A-Za-z_]\w*)\s+([A-Za-z_]\w*)\s*$", error.text or "")
    if not found or any(map(keyword.iskeyword, found.groups())):
        return None
    return say(
        "Between `{first}` and `{second}` stands no sign. Which one is missing there: a comma, to "
        "return both, or an operator?",
        first=found[1],
        second=found[2],
    )


def number_as_input(error):
    """`def f(80, 0.48):`."""
    found = re.match(r"\s*def\s+\w+\s*\((.*)\)", error.text or "")
    inputs = [one.strip() for one in found[1].split(",")] if found else []
    no_name = next((one for one in inputs if re.match(r"[-\d.\"'\[(]", one)), None)
    if no_name is None:
        return None
    return say(
        "In the brackets of a `def` line stand names for what comes in, and here stands "
        "`{no_name}`. Which names did this line have at first?",
        no_name=no_name,
    )


def bars(error):
    """`|z|`, as formulas write it."""
    found = re.search(r"\|\s*([\w.\[\]()]+(?:\s*-\s*[\w.\[\]()]+)?)\s*\|", error.text or "")
    if not found:
        return None
    return say(
        "Bars as in `{found}` belong to formulas: they take away the sign of a number. Which "
        "function does that in Python?",
        found=found[0],
    )


def left_out(error):
    """`beta_1 m`: the product sign of a formula is not written."""
    where = (error.offset or 1) - 1
    text = error.text or ""
    before = re.search(r"([A-Za-z_]\w*|\d+|\))\s+$", text[:where])
    after = re.match(r"[A-Za-z_]\w*|\(", text[where:])
    if "invalid syntax" not in error.msg or not before or not after:
        return None
    if any(keyword.iskeyword(one[0].strip()) for one in (before, after)):
        return None
    if not re.search(r"[=(]", text[:where]):  # a line that begins with two words is no formula
        return None
    return say(
        "Between `{before}` and `{after}` stands no sign. In a formula the product sign is left "
        "out; in Python it is written. Which sign is missing here?",
        before=before[1],
        after=after[0],
    )


def single_equals(error):
    """`if y = 1:` and `np.sum((y = 1) & (y_hat = 0))`."""
    text = error.text or ""
    before = text[: (error.offset or 1) - 1].rstrip()
    asks = re.search(r"(\b(if|elif|while|and|or|not)|[(&|])$", before)
    if "meant '=='" not in error.msg or not asks:
        return None
    return say(
        "A single `=` gives a value to a name, and here something is asked. Which sign asks "
        "whether two things are equal?"
    )


def setting_outside(error):
    """`mean = np.mean(X), axis=0`."""
    found = re.search(r"\)\s*,\s*(\w+\s*=(?!=)\s*\w+)\s*$", (error.text or "").rstrip())
    if not found or "meant '=='" not in error.msg:
        return None
    return say(
        "`{found}` stands outside of the round brackets in front of it. Where do the settings of a "
        "function stand?",
        found=found[1],
    )


def lists_behind_in(error):
    """`[... for a, b in layers, gradients]`."""
    found = re.search(r"\bfor\b[^:]*\bin ([\w.]+, ?[\w.]+)\s*[\])]", error.text or "")
    if "invalid syntax" not in error.msg or not found:
        return None
    return say(
        "Behind `in` stands `{found}`, and a comma has no place there. Which function goes through "
        "several things side by side?",
        found=found[1],
    )


LOOKS = (
    of_a_comparison,
    after_return,
    two_returned,
    number_as_input,
    bars,
    left_out,
    single_equals,
    setting_outside,
    lists_behind_in,
)
