def group_gap(balance, w, b):
    gaps = []
    for one in balance:
        gaps.append((w[0] * one + w[1] + b) - (w[0] * one + b))
    return np.array(gaps)
