# says: lr has shortened w
def update(w, gradient, lr):
    return w * lr - gradient
