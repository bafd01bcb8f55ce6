# says: That is the last weight alone.
def update(w, gradient, lr):
    new = []
    for i in range(len(w)):
        new = w[i] - lr * gradient[i]
    return new
