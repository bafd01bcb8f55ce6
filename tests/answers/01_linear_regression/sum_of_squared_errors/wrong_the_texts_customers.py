# says: Where do `y` and `y_hat` go?
y_three = np.array([60, 50, 90])
y_hat_three = np.array([59, 53, 84])


def sum_of_squared_errors(y, y_hat):
    return np.sum((y_three - y_hat_three) ** 2)
