# says: Where does lr come in?


def update(w, gradient, lr):
    return w - gradient
