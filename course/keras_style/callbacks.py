"""``keras.callbacks``: what else should happen around a training and each of its epochs."""

from course.keras_style.base_callback import Callback, History
from course.keras_style.monitors import EarlyStopping, ModelCheckpoint

__all__ = ["Callback", "EarlyStopping", "History", "ModelCheckpoint"]
