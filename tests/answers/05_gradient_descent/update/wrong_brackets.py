# says: The slope was subtracted from the weight first
def update(w, gradient, lr):
    return (w - gradient) * lr
