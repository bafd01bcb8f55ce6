"""Do scikit-learn's estimators cross by their fitted arrays, and is what is forged refused?"""

import json

import numpy as np
import pytest

from autograder.engine.protocol.codecs.codec import LIBRARIES
from autograder.engine.protocol.decoding import Decoder
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.refilling import refill

linear_model = pytest.importorskip("sklearn.linear_model")
from sklearn import preprocessing  # noqa: E402
from sklearn.ensemble import RandomForestRegressor  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402

from autograder.engine.protocol.codecs.of_sklearn import KINDS  # noqa: E402

X = np.abs(np.random.default_rng(0).normal(size=(30, 3)))
Y = (X[:, 0] > 0.5).astype(int)


def crossed(value):
    """What comes out on the other side."""
    encoder = Encoder()
    node = json.loads(json.dumps(encoder(value)))
    return Decoder(encoder.blobs, libraries=LIBRARIES)(node)


def fitted(kind):
    """An estimator of a kind, fitted."""
    if kind is preprocessing.LabelEncoder:
        return kind().fit(["a", "b"])
    if KINDS[kind] == "Pipeline":
        return make_pipeline(preprocessing.StandardScaler(), linear_model.Ridge(0.5)).fit(X, Y)
    return kind().fit(X, Y)


@pytest.mark.parametrize("kind", KINDS, ids=KINDS.get)
def test_an_estimator_crosses(kind):
    model = fitted(kind)
    found = crossed(model)
    assert type(found) is kind and repr(found) == repr(model)
    data = ["b", "a"] if kind is preprocessing.LabelEncoder else X
    for name in ("predict", "predict_proba", "transform"):
        if hasattr(model, name):
            assert np.array_equal(getattr(found, name)(data), getattr(model, name)(data))


def test_what_the_other_side_has_fitted_is_fitted_here():
    model = linear_model.LinearRegression()
    refill(model, crossed(linear_model.LinearRegression().fit(X, X @ [1, 2, 3])))
    assert np.allclose(model.coef_, [1, 2, 3])


def with_own_predict():
    """A model that knows what is wanted."""
    model = fitted(linear_model.LinearRegression)
    model.predict = lambda X: Y
    return model


class Mine(linear_model.LinearRegression):
    """A learner's own."""

    def predict(self, X):
        return Y


OTHERS = {
    "subclass": Mine(),
    "replaced method": with_own_predict(),
    "trees": RandomForestRegressor(n_estimators=2).fit(X, Y),
    "pipeline of trees": make_pipeline(RandomForestRegressor(n_estimators=2)),
    "source of random numbers": linear_model.LogisticRegression(
        random_state=np.random.RandomState(0)
    ),
    "warm start": linear_model.Lasso(warm_start=True),
}


@pytest.mark.parametrize("value", OTHERS.values(), ids=OTHERS)
def test_what_is_more_than_numbers_stays_an_object(value):
    with pytest.raises(NotPlain):
        crossed(value)


FORGED = {
    "no list": ["range", 0, 2**60, 1],
    "a name that is none": ["list", ["tuple", 5, 1]],
    "a method": ["list", ["tuple", "predict", 1]],
    "a class's own": ["list", ["tuple", "__class__", 1]],
    "an object": ["list", ["tuple", "coef_", ["object", 1, None]]],
    "a warm start": ["list", ["tuple", "warm_start", True]],
}


@pytest.mark.parametrize("node", FORGED.values(), ids=FORGED)
def test_a_forged_estimator_is_refused(node):
    decoder = Decoder([], lambda told, _: object(), libraries=LIBRARIES)
    with pytest.raises(NotPlain):
        decoder(["as", "sklearn.LinearRegression", node])


def test_no_kind_that_is_not_listed_is_made():
    with pytest.raises(NotPlain):
        Decoder([], libraries=LIBRARIES)(["as", "sklearn.RandomForestRegressor", ["list"]])
