"""Formulas as MathML, which browsers draw by themselves: no script, no fonts from elsewhere."""

import re

from latex2mathml.converter import convert

WORDS = re.compile(r"<mtext>(.{2,}?)</mtext>")


def formula(source: str, display: str) -> str:
    """Return a formula as MathML.

    Words in it are names there: browsers take `mtext` for a kind of space, and leave no room around
    a plus between two of them.

    Parameters
    ----------
    source : str
        In TeX, without its dollars.
    display : str
        "inline" or "block".

    Raises
    ------
    Exception
        Any of the parser's, where it is no formula.
    """
    return WORDS.sub(r"<mi>\1</mi>", convert(source, display=display))
