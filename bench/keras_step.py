"""Where does one step of course.keras_style spend its time on the small network (8-16-8-1)?

    python -m bench.keras_step

Processor time in microseconds for each part of a batch of ten rows, beside the NumPy calls that it
is made of. A call costs some 0.3 to 1.0 whatever it computes at this size, so only fewer calls,
not better ones, could make a step quicker.
"""

import time
import timeit

import numpy as np

from course import keras_style as keras


def microseconds(call, number=3000):
    """Return the best processor time of one call out of seven series."""
    return min(timeit.repeat(call, number=number, repeat=7, timer=time.process_time)) / number * 1e6


def parts():
    """Yield (name, microseconds) of the step and what it consists of."""
    layers = keras.layers
    sizes = [layers.Dense(16, "relu"), layers.Dense(8, "relu"), layers.Dense(1, "sigmoid")]
    model = keras.Sequential([keras.Input((8,)), *sizes])
    model.compile("adam", "binary_crossentropy")
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(10, 8)), rng.integers(2, size=(10, 1)).astype(float)
    model.fit(x, y, verbose=0)

    def forward():
        outputs = x
        for layer in model.layers:
            outputs = layer.forward(outputs, training=True)
        return outputs

    outputs = forward()
    yield "the whole step", microseconds(lambda: model._train_batch(x, y, None))
    yield "  forward, three layers", microseconds(forward)
    yield "  backward, loss included", microseconds(lambda: model._find_gradients(y, outputs))
    yield "    the loss's slope", microseconds(lambda: model.loss.gradient(y, outputs, True))
    adam = model.optimizer
    yield "  Adam", microseconds(lambda: adam.update_step(model.gradients, model.parameters))
    table, weights, bias = rng.normal(size=(10, 16)), rng.normal(size=(8, 16)), np.ones(16)
    yield "one x.dot(kernel)", microseconds(lambda: x.dot(weights))
    yield "one sums += bias", microseconds(lambda: table.__iadd__(bias))
    yield "one maximum", microseconds(lambda: np.maximum(table, bias))
    vector, factor = rng.normal(size=289), np.array(1.0)
    yield "one vector *= number", microseconds(lambda: vector.__imul__(factor))


def main():
    """Print the table."""
    for name, value in parts():
        print(f"  {name:<28} {value:6.2f}")


if __name__ == "__main__":
    main()
