def update(w, gradient, lr):
    new = []
    for weight, slope in zip(w, gradient, strict=True):
        new.append(weight - lr * slope)
    return np.array(new)
