def gradient_check(gradient, numerical):
    top = max([abs(g - m) for g, m in zip(gradient, numerical)])
    bottom = max([abs(g) + abs(m) for g, m in zip(gradient, numerical)])
    return top / max(bottom, 1e-12)
