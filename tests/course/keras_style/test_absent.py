"""Is a name that this library lacks named, with what to use instead and where Keras has it?"""

import importlib

import pytest

from course import keras_style
from course.keras_style.absent import INSTEAD

from .test_names import PLACES, find, table


@pytest.mark.parametrize("name", INSTEAD)
def test_advice(real, name):
    """Is the name real Keras's, is it missing here, and does asking for it say what to use?"""
    assert find(real, name) is not None
    *place, last = f"keras_style.{name}".split(".")
    module = importlib.import_module("course." + ".".join(place))
    with pytest.raises(AttributeError, match=f"no keras.{name}, which real Keras") as caught:
        getattr(module, last)
    assert INSTEAD[name] in str(caught.value)


def test_advice_for_the_rows_of_the_table():
    """Has every module-level name that docs/keras.md calls not there an advice?"""
    missing = {name for name, here in table().items() if here == "not there"}
    missing = {name for name in missing if not name.startswith("Sequential.")}
    assert missing <= set(INSTEAD)


@pytest.mark.parametrize(
    ("place", "name", "meant"),
    [
        ("layers", "dense", "layers.Dense"),
        ("optimizers", "adam", "optimizers.Adam"),
        ("", "Sequentiel", "Sequential"),
        ("", "Dense", "layers.Dense"),
        ("", "EarlyStopping", "callbacks.EarlyStopping"),
    ],
)
def test_misspelt_names(place, name, meant):
    """Is a name that is nearly right told the right one?"""
    module = getattr(keras_style, place) if place else keras_style
    with pytest.raises(AttributeError, match=f"did you mean keras.{meant}"):
        getattr(module, name)


@pytest.mark.parametrize("place", ["", *PLACES])
def test_names_of_nothing(place):
    """Is a name that nobody knows refused without a guess, and hasattr False?"""
    module = getattr(keras_style, place) if place else keras_style
    assert not hasattr(module, "Xyzzy")
    assert not hasattr(module, "__wrapped__")
    with pytest.raises(AttributeError, match=r"no keras\.(\w+\.)?Xyzzy: docs/keras.md lists"):
        _ = module.Xyzzy
