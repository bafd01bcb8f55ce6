def update(w, gradient, lr):
    print(w - lr * gradient)
