"""Are the numbers those of the definitions, computed in float64 (see oracle.py)?"""

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from course import keras_style

from . import oracle
from .pairs import LOSSES, cases
from .test_conformance import OPTIMIZERS, our_gradients

many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(many, max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
few = settings(some, max_examples=2)


@many
@given(case=cases(scales=(0.1, 1.0, 5.0)))
def test_predictions_and_losses(case):
    """Are predictions and losses right to the last digits but three or so?"""
    x, y = case.data()
    model = case.model(keras_style)
    expected = oracle.outputs(np, case, model.get_weights(), x)
    np.testing.assert_allclose(model.predict(x, verbose=0), expected, rtol=1e-10, atol=1e-300)
    assume(expected.sum(axis=1).all())  # shares of nothing are no numbers
    model.compile("sgd", case.loss)
    loss = model.evaluate(x, y, batch_size=4, verbose=0)
    assert loss == pytest.approx(oracle.loss(np, case, y, expected), rel=1e-10, abs=1e-13)


@some
@given(case=cases(scales=(0.1, 1.0, 5.0)))
def test_gradients(real, case):
    """Are all slopes right to 1e-9 of the largest?"""
    weights = case.model(keras_style).get_weights()
    expected = np.concatenate([s.ravel() for s in oracle.slopes(case)(weights, *case.data())])
    room = 1e-9 * max(1.0, np.abs(expected).max())
    np.testing.assert_allclose(our_gradients(case), expected, rtol=1e-9, atol=room)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@few
@given(case=cases(losses=[loss for loss in LOSSES if loss != "mean_absolute_error"]))
def test_weights_after_100_steps(real, optimizer, case):
    """Do 100 steps lead where the paper's formula leads, to 1e-6?"""
    x, y = case.data()
    batch_size = -(-len(x) // 2)
    epochs = 50 if len(x) > 1 else 100
    model = case.model(keras_style)
    step = getattr(oracle, optimizer.replace(" ", "_"))
    expected = oracle.train(case, step, model.get_weights(), x, y, batch_size, epochs)
    model.compile(OPTIMIZERS[optimizer](keras_style), case.loss)
    model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
    for found, right in zip(model.get_weights(), expected, strict=True):
        np.testing.assert_allclose(found, right, atol=1e-6)
