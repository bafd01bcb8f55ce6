# says: divides by zero
def binary_crossentropy_gradient(y, y_hat):
    p = y_hat
    return (p - y) / (p * (1 - p)) / y.size
