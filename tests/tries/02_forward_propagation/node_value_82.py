def node_value(x, w):
    value = 0
    for number, weight in zip(x, w):
        value += number * weight
    return value
