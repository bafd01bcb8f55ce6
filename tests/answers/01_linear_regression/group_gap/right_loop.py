def group_gap(balance, w, b):
    gaps = []
    for x in balance:
        retired = w[0] * x + w[1] + b
        not_retired = w[0] * x + b
        gaps.append(retired - not_retired)
    return np.array(gaps)
