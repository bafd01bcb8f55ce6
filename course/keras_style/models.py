"""``keras.models``: the model class, and reading a saved model back."""

from course.keras_style.absent import getattr_of
from course.keras_style.loading import load_model
from course.keras_style.sequential import Sequential

__all__ = ["Sequential", "load_model"]

__getattr__ = getattr_of(__name__, "keras.models")
