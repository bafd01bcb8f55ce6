"""Decimal and Fraction."""

from decimal import Decimal
from fractions import Fraction

from autograder.engine.protocol.codecs.codec import Codec, text, whole

CODECS = [
    Codec("decimal.Decimal", Decimal, lambda n: (str(n),), lambda told: Decimal(text(told))),
    Codec(
        "fractions.Fraction",
        Fraction,
        lambda n: (n.numerator, n.denominator),
        lambda above, below: Fraction(whole(above), whole(below)),
    ),
]
