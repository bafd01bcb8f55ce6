"""Estimators of scikit-learn that are numbers, arrays and texts, fitted or not.

One crosses as its attributes. What holds anything else (a tree, a function, an estimator that is
not listed here) stays the learner's object. Only classes are listed that compute with NumPy alone:
what is forged can make them wrong, while compiled code would read past the end of an array that is
shorter than it should be.
"""

from importlib import import_module
from typing import Any

import numpy as np

from autograder.engine.protocol.codecs.codec import Codec, NoPlainParts, listed, text

CLASSES = {
    "decomposition": "PCA",
    "dummy": "DummyClassifier DummyRegressor",
    "impute": "SimpleImputer",
    "linear_model": "ElasticNet Lasso LinearRegression LogisticRegression Ridge",
    "naive_bayes": "BernoulliNB GaussianNB MultinomialNB",
    "pipeline": "Pipeline",
    "preprocessing": "LabelEncoder MaxAbsScaler MinMaxScaler OrdinalEncoder PolynomialFeatures "
    "RobustScaler StandardScaler",
}
KINDS = {
    getattr(import_module(f"sklearn.{module}"), name): name
    for module, names in CLASSES.items()
    for name in names.split()
}
ATOMS = (type(None), bool, int, float, str)
DTYPES = (int, float, np.int64, np.float32, np.float64)
"""Classes that a parameter such as ``dtype`` may be."""


def _is_plain(value: Any) -> bool:
    kind = type(value)
    if kind in ATOMS or any(value is dtype for dtype in DTYPES):
        return True
    if kind is np.ndarray and value.dtype.hasobject:
        return all(type(part) in ATOMS for part in value.ravel().tolist())
    if kind in (list, tuple):
        return all(map(_is_plain, value))
    if kind is dict:
        return all(_is_plain(part) for pair in value.items() for part in pair)
    if isinstance(value, np.dtype):
        return not value.hasobject
    return kind is np.ndarray or kind in KINDS or kind in np.sctypeDict.values()


def _fault(kind: Any, attributes: dict) -> str:
    """Return why these cannot be the attributes of an estimator, or an empty text."""
    for name, value in attributes.items():
        # What the class defines (`predict`) is nobody's to replace.
        if name not in kind._get_param_names() and hasattr(kind, name):
            return f"its own {name}"
        if not _is_plain(value):
            return f"{name}, which is neither number, array nor text"
    if attributes.get("warm_start"):  # to fit it again would hand forged arrays to compiled code
        return "a warm start"
    return ""


def _codec(kind: type) -> Codec:
    def parts(value: Any) -> tuple:
        found = vars(value)
        if fault := _fault(kind, found):
            raise NoPlainParts(f"an estimator with {fault}")
        return (list(found.items()),)

    def made(pairs: list) -> Any:
        attributes = {text(name): value for name, value in listed(pairs)}
        if fault := _fault(kind, attributes):
            raise ValueError(f"an estimator with {fault}")
        value = kind.__new__(kind)
        vars(value).update(attributes)
        return value

    def refill(target: Any, new: Any) -> None:
        vars(target).clear()
        vars(target).update(vars(new))

    return Codec(f"sklearn.{KINDS[kind]}", kind, parts, made, refill)


CODECS = [_codec(kind) for kind in KINDS]
