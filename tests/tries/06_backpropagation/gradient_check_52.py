def gradient_check(gradient, numerical):
    top = abs(gradient - numerical).max()
    bottom = (abs(gradient) + abs(numerical)).max()
    if bottom < 1e-12:
        bottom = 1e-12
    return top / bottom
