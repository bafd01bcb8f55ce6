"""Does a saved model come back as it was, and is a damaged file refused?"""

import zipfile

import numpy as np
import pytest

from course import keras_style as keras


def trained(optimizer):
    keras.utils.set_random_seed(5)
    x = np.random.default_rng(0).normal(size=(40, 3))
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(
                6, "relu", kernel_initializer=keras.initializers.RandomUniform(-0.1, 0.1, seed=1)
            ),
            keras.layers.Dropout(0.1, seed=2),
            keras.layers.Dense(1, "sigmoid", use_bias=False, kernel_initializer="he_normal"),
        ],
        name="clinic",
    )
    metrics = ["accuracy", keras.metrics.AUC(50, name="area"), keras.metrics.Recall(0.3)]
    model.compile(optimizer, keras.losses.BinaryCrossentropy(name="bce"), metrics=metrics)
    y = x[:, 0] > 0
    model.fit(x, y, epochs=3, shuffle=False, verbose=0)
    return model, x, y


@pytest.mark.parametrize(
    "optimizer",
    [
        keras.optimizers.Adam(0.01, beta_1=0.8),
        keras.optimizers.SGD(0.1, momentum=0.5, nesterov=True),
        keras.optimizers.SGD(),
    ],
    ids=["adam", "nesterov", "sgd"],
)
def test_round_trip(tmp_path, optimizer):
    """Does the loaded model predict, evaluate, describe itself and go on training alike?"""
    model, x, y = trained(optimizer)
    model.save(tmp_path / "model.npz")
    loaded = keras.models.load_model(tmp_path / "model.npz")
    assert list(tmp_path.iterdir()) == [tmp_path / "model.npz"]
    np.testing.assert_array_equal(loaded.predict(x, verbose=0), model.predict(x, verbose=0))
    assert loaded.evaluate(x, y, verbose=0, return_dict=True) == model.evaluate(
        x, y, verbose=0, return_dict=True
    )
    texts = []
    for each in (model, loaded):
        each.summary(print_fn=texts.append)
        each.layers[1] = keras.layers.Dropout(0.0)  # whose draws would differ
        each.fit(x, y, epochs=2, shuffle=False, verbose=0)
    assert texts[0] == texts[1]
    np.testing.assert_array_equal(loaded.parameters, model.parameters)
    assert loaded.layers[0].get_config()["kernel_initializer"].get_config() == {
        "seed": 1,
        "minval": -0.1,
        "maxval": 0.1,
    }


def test_uncompiled_model(tmp_path):
    """Does a model that was never compiled come back uncompiled?"""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.save(tmp_path / "folder" / "model.npz")
    loaded = keras.models.load_model(tmp_path / "folder" / "model.npz")
    assert loaded.loss is None
    np.testing.assert_array_equal(loaded.parameters, model.parameters)


def damaged_files(folder):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.save(folder / "whole.npz")
    whole = (folder / "whole.npz").read_bytes()
    (folder / "cut.npz").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.npz").write_bytes(b"")
    (folder / "text.npz").write_text("not a model")
    with open(folder / "array.npz", "wb") as file:
        np.save(file, np.ones(3))
    np.savez(folder / "other.npz", a=np.ones(3))
    np.savez(folder / "pickle.npz", description=np.array([{}], dtype=object))
    np.savez(folder / "newer.npz", description=np.array('{"format": "version 2"}'))
    np.savez(folder / "list.npz", description=np.array("[1, 2]"))
    with np.load(folder / "whole.npz") as archive:
        arrays = dict(archive)
    (folder / "flipped.npz").write_bytes(whole[:90] + bytes([whole[90] ^ 255]) + whole[91:])
    for name, old, new in EDITS:
        edited = str(arrays["description"]).replace(old, new)
        assert edited != str(arrays["description"])
        np.savez(folder / f"{name}.npz", **{**arrays, "description": np.array(edited)})
    np.savez(folder / "shape.npz", **{**arrays, "weight_0": np.ones((3, 3))})
    np.savez(folder / "words.npz", **{**arrays, "weight_0": np.array([["a"], ["b"]])})
    del arrays["weight_0"]
    np.savez(folder / "missing.npz", **arrays)


EDITS = [
    ("class", '"class": "Dense"', '"class": "Exec"'),
    ("units", '"units": 1', '"units": "1"'),
    ("argument", '"use_bias"', '"use_it"'),
    ("no_layers", '"layers"', '"lairs"'),
    ("no_shape", '"input_shape": [2]', '"input_shape": 2'),
    ("infinite", '"units": 1', '"units": Infinity'),
]
DAMAGED = ["cut", "empty", "text", "array", "other", "pickle", "newer", "list", "flipped"]
DAMAGED += ["shape", "words", "missing", *(name for name, *_ in EDITS)]


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_files(tmp_path, name):
    """Is a file that is no whole model refused in a sentence with its name?"""
    damaged_files(tmp_path)
    with pytest.raises(ValueError, match=rf"load_model: expected.*{name}\.npz") as caught:
        keras.models.load_model(tmp_path / f"{name}.npz")
    assert "allow_pickle" not in str(caught.value)


def test_no_file(tmp_path):
    """Is a missing file called missing?"""
    with pytest.raises(FileNotFoundError, match=r"found no file .*model\.npz"):
        keras.models.load_model(tmp_path / "model.npz")


@pytest.mark.parametrize("name", ["model.h5", "model.weights.h5", "model"])
def test_other_endings(tmp_path, name):
    """Is a name refused that promises another format?"""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    with pytest.raises(ValueError, match=r"a name ending in \.npz or \.keras, received"):
        model.save(tmp_path / name)


def test_a_failed_save_keeps_the_old_file(tmp_path, monkeypatch):
    """Is the old file whole, and nothing else left, when writing breaks off?"""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.save(tmp_path / "model.npz")
    before = (tmp_path / "model.npz").read_bytes()

    def full_disk(file, **arrays):
        file.write(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(np, "savez", full_disk)
    with pytest.raises(OSError, match="No space left"):
        model.save(tmp_path / "model.npz")
    assert (tmp_path / "model.npz").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("best_only", [False, True])
def test_checkpoint(tmp_path, capsys, best_only):
    """Does ModelCheckpoint save each epoch, or only those that beat the ones before?"""
    model, x, _ = trained("sgd")
    model.compile(keras.optimizers.Adam(0.3), "binary_crossentropy")
    noise = np.random.default_rng(3).integers(2, size=40)
    saver = keras.callbacks.ModelCheckpoint(
        tmp_path / "{epoch:02d}-{loss:.3f}.npz",
        monitor="loss",
        save_best_only=best_only,
        verbose=1,
    )
    losses = model.fit(x, noise, epochs=8, verbose=0, callbacks=[saver]).history["loss"]
    kept = [e for e in range(8) if not best_only or losses[e] < min(losses[:e], default=np.inf)]
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"{e + 1:02d}-{losses[e]:.3f}.npz" for e in kept]
    said = capsys.readouterr().out
    assert said.count("saving model to") == len(kept)
    assert said.count("did not improve from") == 8 - len(kept)
    last = keras.models.load_model(tmp_path / names[-1])
    assert last.optimizer.iterations == 2 * (kept[-1] + 1)


def test_checkpoint_with_an_unknown_number_in_its_name(tmp_path):
    """Is a placeholder refused that the training has no number for?"""
    model, x, y = trained("sgd")
    saver = keras.callbacks.ModelCheckpoint(tmp_path / "{val_loss:.2f}.npz")
    with pytest.raises(ValueError, match=r"filepath: expected names among epoch.*'val_loss'"):
        model.fit(x, y, verbose=0, callbacks=[saver])


def test_file_called_keras(tmp_path):
    """Does a model come back from a file with Keras's own ending too?"""
    model, x, _ = trained("rmsprop")
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(loaded.predict(x, verbose=0), model.predict(x, verbose=0))


def test_file_of_real_keras(tmp_path):
    """Is a file that real Keras wrote named as such?"""
    with zipfile.ZipFile(tmp_path / "model.keras", "w") as archive:
        archive.writestr("config.json", "{}")
        archive.writestr("model.weights.h5", b"...")
    with pytest.raises(ValueError, match=r"model\.keras.*because real Keras wrote it"):
        keras.models.load_model(tmp_path / "model.keras")


class OwnDense(keras.layers.Dense):
    """A layer that only this file knows."""


class OwnInitializer(keras.initializers.Initializer):
    """An initializer that only this file knows."""

    def __call__(self, shape):
        return np.ones(shape)


class OwnLoss(keras.losses.Loss):
    """A loss that only this file knows."""

    def call(self, y_true, y_pred):
        return np.mean((y_true - y_pred) ** 2, axis=-1)


OWN = {
    "layer": (lambda: OwnDense(1), "mse", []),
    "initializer": (lambda: keras.layers.Dense(1, kernel_initializer=OwnInitializer()), "mse", []),
    "loss": (lambda: keras.layers.Dense(1), OwnLoss(), []),
    "function": (lambda: keras.layers.Dense(1), lambda y, p: abs(y - p), []),
    "metric": (lambda: keras.layers.Dense(1), "mse", [lambda y, p: abs(y - p)]),
}


@pytest.mark.parametrize("kind", OWN)
def test_what_load_could_not_read_is_not_saved(tmp_path, kind):
    """Is a class of the learner's own refused when saving, not when it is too late?"""
    layer, loss, metrics = OWN[kind]
    model = keras.Sequential([keras.Input((2,)), layer()])
    model.compile("sgd", loss, metrics=metrics)
    model.fit(np.ones((2, 2)), np.ones(2), verbose=0)
    with pytest.raises(ValueError, match=r"save: expected.*received a \w+ of your own"):
        model.save(tmp_path / "model.npz")
    assert list(tmp_path.iterdir()) == []


def test_numpy_numbers_among_the_settings(tmp_path):
    """Are settings that NumPy computed saved as the numbers they are?"""
    model = keras.Sequential(
        [
            keras.Input((np.int64(2),)),
            keras.layers.Dense(np.int64(3), use_bias=np.bool_(True), name=np.str_("first")),
            keras.layers.Dropout(np.float32(0.25), seed=np.int64(3)),
            keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(np.float64(0.5))),
        ]
    )
    optimizer = keras.optimizers.SGD(np.float32(0.5), np.float64(0.5), nesterov=np.bool_(True))
    model.compile(optimizer, "mse", metrics=[keras.metrics.AUC(np.int64(20))])
    model.fit(np.ones((2, 2)), np.ones(2), verbose=0)
    model.save(tmp_path / "model.npz")
    loaded = keras.models.load_model(tmp_path / "model.npz")
    assert loaded.optimizer.get_config() == optimizer.get_config()
    np.testing.assert_array_equal(loaded.parameters, model.parameters)
