# says: Each slope has moved all weights.
def update(w, gradient, lr):
    new = []
    for i in range(len(w)):
        new.append(w - lr * gradient[i])
    return np.array(new)
