"""``keras.layers``: what a model is made of.

A layer goes forward (``forward``: inputs to outputs) and backward (``backward``: from the slope
of the loss with respect to its outputs to the slopes with respect to its weights and inputs).
"""

from course.keras_style.absent import getattr_of
from course.keras_style.base_layer import Input, InputLayer, Layer
from course.keras_style.dense import Dense
from course.keras_style.weightless import Activation, Dropout, Flatten

__all__ = ["Activation", "Dense", "Dropout", "Flatten", "Input", "InputLayer", "Layer"]

__getattr__ = getattr_of(__name__, "keras.layers")
