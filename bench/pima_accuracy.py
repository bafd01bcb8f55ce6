"""Measure the accuracies that unit 08 speaks of, and the margin that its grade asks for.

Run in the course folder: ``python -m bench.pima_accuracy recipe splits seeds`` (all three without
an argument). Nothing here is timed; the numbers depend on the seeds alone, up to rounding.

recipe
    The commonly published recipe with 100 seeds, evaluated on its own 768 training rows.
splits
    The means over 40 stratified splits (80 % for training) of all models that the unit compares.
seeds
    The graded number, cross-validated accuracy over the folds of the hidden test, with 100 seeds:
    how often it clears the majority rule by which margin.
"""

import sys

import numpy as np

from course import keras_style as keras
from course import pima, toolbox
from course.toolbox import clinic

MAJORITY = 0.6510
"""500 of 768: the accuracy of saying "no diabetes" to everybody."""

MARGIN = 0.05
"""What the hidden test of `train_and_score` asks for beyond `MAJORITY`."""

N_FOLDS = 3
"""Folds of the hidden test."""


def published_model(seed):
    """Return the network of the recipe: 8-16-8-1, relu, relu, sigmoid, small uniform weights."""
    keras.utils.set_random_seed(seed)
    small = keras.initializers.RandomUniform(-0.05, 0.05)
    model = keras.Sequential(
        [
            keras.Input((8,)),
            keras.layers.Dense(16, activation="relu", kernel_initializer=small),
            keras.layers.Dense(8, activation="relu", kernel_initializer=small),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer=small),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


def measure_recipe(X, y, n_seeds=100):
    """Print how the recipe starts and where it ends."""
    print(f"The published recipe, {n_seeds} seeds, on its own 768 training rows")
    rows = []
    for seed in range(n_seeds):
        model = published_model(seed)
        history = model.fit(X, y, epochs=150, batch_size=10, verbose=0).history
        loss, accuracy = model.evaluate(X, y, verbose=0)
        rows.append((history["loss"][0], history["accuracy"][0], loss, accuracy))
    names = ("epoch 1 loss", "epoch 1 accuracy", "final loss", "final accuracy")
    for name, values in zip(names, np.transpose(rows), strict=True):
        low, middle, high = values.min(), np.median(values), values.max()
        print(f"  {name:17} median {middle:.4f}, from {low:.4f} to {high:.4f}")
    sound = [0.42 <= row[2] <= 0.49 and 0.76 <= row[3] <= 0.81 for row in rows]
    print(f"  final loss 0.42 to 0.49 and accuracy 0.76 to 0.81: {sum(sound)} of {n_seeds}")
    print(f"  never left the majority class: {sum(row[3] < 0.66 for row in rows)} of {n_seeds}")


def measure_splits(X, y, n_splits=40):
    """Print the mean accuracies of all models over stratified splits."""
    found = {}
    for seed in range(n_splits):
        train, test = clinic.split_stratified(y, 0.2, np.random.default_rng(seed))
        for name, value in one_split(X[train], y[train], X[test], y[test], seed).items():
            found.setdefault(name, []).append(value)
    print(f"Means over {n_splits} stratified splits, and the spread from split to split")
    for name, values in found.items():
        print(f"  {name:44} {np.mean(values):.3f}  {np.std(values):.3f}")


def one_split(X_train, y_train, X_test, y_test, seed):
    """Return the accuracies of all models on one split."""
    found = {"majority": clinic.majority_accuracy(y_train, y_test)}
    raw_train, raw_test = X_train, X_test
    X_train, X_test = clinic.prepare(X_train, X_test)

    w, b = toolbox.fit_linear(X_train, y_train)
    for part, rows, labels in (("", X_test, y_test), (", training rows", X_train, y_train)):
        classes = toolbox.predict_linear(rows, w, b) > 0.5
        found["linear regression" + part] = np.mean(classes == labels)

    w = newton(X_train, y_train)
    for part, rows, labels in (("", X_test, y_test), (", training rows", X_train, y_train)):
        classes = np.column_stack([rows, np.ones(len(rows))]) @ w >= 0
        found["logistic regression" + part] = np.mean(classes == labels)

    model = clinic.build_model(seed)
    history = model.fit(
        X_train, y_train, epochs=150, batch_size=10, verbose=0, validation_data=(X_test, y_test)
    ).history
    for n_epochs in (30, 150):
        found[f"network, {n_epochs} epochs"] = history["val_accuracy"][n_epochs - 1]
    found["network, 150 epochs, training rows"] = model.evaluate(X_train, y_train, verbose=0)[1]
    found["network, best epoch seen by the test rows"] = max(history["val_accuracy"])

    fit_rows, watch_rows = clinic.split_stratified(y_train, 0.25, np.random.default_rng(seed))
    X_fit, X_watch = clinic.prepare(raw_train[fit_rows], raw_train[watch_rows])
    _, X_unseen = clinic.prepare(raw_train[fit_rows], raw_test)
    for patience in (1, 5, 10, 20):
        model = clinic.build_model(seed)
        stopping = keras.callbacks.EarlyStopping(
            monitor="val_loss", patience=patience, restore_best_weights=True
        )
        history = model.fit(
            X_fit,
            y_train[fit_rows],
            epochs=150,
            batch_size=10,
            verbose=0,
            validation_data=(X_watch, y_train[watch_rows]),
            callbacks=[stopping],
        ).history
        loss, accuracy = model.evaluate(X_unseen, y_test, verbose=0)
        found[f"early stopping, patience {patience}"] = accuracy
        found[f"early stopping, patience {patience}, loss"] = loss
        found[f"early stopping, patience {patience}, epochs run"] = len(history["loss"])
    model = clinic.build_model(seed)
    model.fit(X_fit, y_train[fit_rows], epochs=150, batch_size=10, verbose=0)
    loss, accuracy = model.evaluate(X_unseen, y_test, verbose=0)
    found["the same rows, 150 epochs"] = accuracy
    found["the same rows, 150 epochs, loss"] = loss
    found["look up the most similar patient, as measured"] = np.mean(
        clinic.most_similar(raw_train, y_train, raw_test) == y_test
    )
    return found


def newton(X, y, n_steps=12):
    """Return the weights (the bias last) of logistic regression, by Newton's method."""
    X = np.column_stack([X, np.ones(len(X))])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = toolbox.sigmoid(X @ w)
        w = w + np.linalg.solve(X.T @ (X * (p * (1 - p))[:, np.newaxis]), X.T @ (y - p))
    return w


def cross_validated_accuracy(X, y, seed):
    """Return the graded number, as the hidden test of `train_and_score` computes it."""
    folds = clinic.stratified_folds(y, N_FOLDS, np.random.default_rng(seed))
    return np.mean(
        [
            clinic.train_and_score(X[train], y[train], X[test], y[test], seed)
            for train, test in folds
        ]
    )


def measure_seeds(X, y, n_seeds=100):
    """Print how often the graded number clears which margin."""
    values = np.array([cross_validated_accuracy(X, y, seed) for seed in range(n_seeds)])
    print(f"Cross-validated accuracy ({N_FOLDS} folds) of an honest solution, {n_seeds} seeds")
    print(f"  mean {values.mean():.4f}, spread {values.std():.4f}, lowest {values.min():.4f}")
    away = (values.mean() - MAJORITY - MARGIN) / values.std()
    for margin in (0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.10):
        n_clear = np.sum(values >= MAJORITY + margin)
        print(f"  clears {MAJORITY + margin:.3f} (margin {margin:.2f}): {n_clear} of {n_seeds}")
    print(f"  the margin asked for, {MARGIN:.2f}, lies {away:.1f} spreads below the mean")


MEASUREMENTS = {"recipe": measure_recipe, "splits": measure_splits, "seeds": measure_seeds}


def main(names):
    """Run the measurements named, or all of them."""
    unknown = set(names) - set(MEASUREMENTS)
    if unknown:
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; expected {', '.join(MEASUREMENTS)}")
    X, y = pima.load()
    for name in names or MEASUREMENTS:
        MEASUREMENTS[name](X, y)


if __name__ == "__main__":
    main(sys.argv[1:])
