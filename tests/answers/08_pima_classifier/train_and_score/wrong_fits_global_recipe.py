# says: Does the function define a new network, after the seed is set
recipe = keras.Sequential(
    [
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu", kernel_initializer="random_uniform"),
        keras.layers.Dense(8, activation="relu", kernel_initializer="random_uniform"),
        keras.layers.Dense(1, activation="sigmoid", kernel_initializer="random_uniform"),
    ]
)


def train_and_score(X_train, y_train, X_test, y_test, seed):
    X_train, X_test = clinic.prepare(X_train, X_test)
    keras.utils.set_random_seed(seed)
    recipe.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    recipe.fit(X_train, y_train, epochs=30, batch_size=10, verbose=0)
    loss, accuracy = recipe.evaluate(X_test, y_test, verbose=0)
    return accuracy
