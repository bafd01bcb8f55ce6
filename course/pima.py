"""The clinic: 768 women of Pima heritage, eight measurements each, and whether diabetes was found.

Where the table comes from is written beside it, in ``course/data/README.md``.
"""

from pathlib import Path

import numpy as np

PATH = Path(__file__).parent / "data" / "pima-indians-diabetes.csv"
"""Where the table lies: 768 rows, 9 columns, commas between them, no header."""

FEATURES = (
    "pregnancies",
    "glucose",
    "blood_pressure",
    "skin_thickness",
    "insulin",
    "bmi",
    "pedigree",
    "age",
)
"""Column names of ``X``: a count, plasma glucose, mm Hg, mm, mu U/ml, kg/m2, a score, years."""

NOT_ZERO = (1, 2, 3, 4, 5)
"""Columns in which a zero means "not measured": nobody lives with a glucose or a BMI of 0."""

SHAPE = (768, 9)


def load(path=PATH):
    """Read the table.

    Parameters
    ----------
    path : path-like
        The file to read.

    Returns
    -------
    X : array of shape (768, 8)
        One row per patient, columns as in `FEATURES`.
    y : array of shape (768,)
        1.0 where diabetes was found, 0.0 where not.

    Raises
    ------
    FileNotFoundError
        If there is no file at `path`.
    ValueError
        If the file does not hold 768 rows of 9 numbers.
    """
    remedy = "Install the course again, or copy the file anew."
    if not Path(path).is_file():
        raise FileNotFoundError(f"There is no PIMA table at {path}. {remedy}")
    try:
        table = np.loadtxt(path, delimiter=",", ndmin=2)
    except ValueError as error:
        raise ValueError(f"The PIMA table at {path} is damaged ({error}). {remedy}") from None
    if table.shape != SHAPE:
        raise ValueError(
            f"The PIMA table at {path} is damaged: expected {SHAPE[0]} rows of {SHAPE[1]} numbers, "
            f"found {table.shape[0]} rows of {table.shape[1]}. {remedy}"
        )
    return table[:, :8], table[:, 8]
