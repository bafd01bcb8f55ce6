# says: Which rows does fit get besides those of X_train
# also: Together they should make 1
def train_and_score(X_train, y_train, X_test, y_test, seed):
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
    model.fit(
        np.vstack([X_train, X_test]),
        np.append(y_train, y_test),
        epochs=30,
        batch_size=10,
        verbose=0,
    )
    loss, accuracy = model.evaluate(X_test, y_test, verbose=0)
    return accuracy
