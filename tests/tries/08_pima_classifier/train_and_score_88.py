def train_and_score(X_train, y_train, X_test, y_test, seed):
    """Train a network on the training rows and return its accuracy on the test rows.

    Parameters
    ----------
    X_train : array of shape (n_train, 8)
        The training rows, as they were measured.
    y_train : array of shape (n_train,)
        What was found: 0 or 1.
    X_test : array of shape (n_test, 8)
        The test rows, as they were measured.
    y_test : array of shape (n_test,)
        What was found: 0 or 1.
    seed : int
        Same seed, same network, same accuracy.

    Returns
    -------
    float
        The share of the test rows that the network predicts rightly, such as 0.76.
    """
    X_train, X_test = clinic.prepare(X_train, X_test)
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((8,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(X_train, epochs=30, batch_size=10, verbose=0)
    loss, accuracy = model.evaluate(X_test, y_test, verbose=0)
    return accuracy
