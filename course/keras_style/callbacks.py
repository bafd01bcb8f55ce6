"""``keras.callbacks``: what else should happen around a training and each of its epochs."""

from course.keras_style.absent import getattr_of
from course.keras_style.base_callback import Callback, History
from course.keras_style.monitors import EarlyStopping, ModelCheckpoint
from course.keras_style.rates import LearningRateScheduler, ReduceLROnPlateau
from course.keras_style.reports import CSVLogger, LambdaCallback

__all__ = [
    "CSVLogger",
    "Callback",
    "EarlyStopping",
    "History",
    "LambdaCallback",
    "LearningRateScheduler",
    "ModelCheckpoint",
    "ReduceLROnPlateau",
]

__getattr__ = getattr_of(__name__, "keras.callbacks")
