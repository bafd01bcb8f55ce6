def update(w, gradient, lr):
    new = []
    for i in range(len(w)):
        new.append(w[i] - lr * gradient[i])
    return np.array(new)
