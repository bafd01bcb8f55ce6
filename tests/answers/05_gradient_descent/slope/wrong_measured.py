# says: toolbox.numerical_slope is a finished copy


def slope(X, y, w):
    return toolbox.numerical_slope(lambda v: toolbox.mean_squared_error(y, X @ v), w)
