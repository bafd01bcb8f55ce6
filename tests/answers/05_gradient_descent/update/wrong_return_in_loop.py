# says: That is the first weight alone.
def update(w, gradient, lr):
    for i in range(len(w)):
        return w[i] - lr * gradient[i]
