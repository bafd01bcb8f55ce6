def train_and_score(X_train, y_train, X_test, y_test, seed):
    X_train, X_test = clinic.prepare(X_train, X_test)
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([keras.Input((8,)), Dense(16, activation="relu"), Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(X_train, y_train, epochs=30, batch_size=10, verbose=0)
    return model.evaluate(X_test, y_test, verbose=0)[1]
