def gradient_check(gradient, numerical):
    top = 0
    bottom = 1e-12
    for g, m in zip(gradient.ravel(), numerical.ravel()):
        top = max(top, abs(g - m))
        bottom = max(bottom, abs(g) + abs(m))
    return top / bottom
