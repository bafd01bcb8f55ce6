def group_gap(balance, w, b):
    gaps = []
    for x in balance:
        gaps.append((w[0] * x + w[1] + b) - (w[0] * x + b))
    return gaps
