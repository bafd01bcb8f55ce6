def node_value(x, w):
    sum = 0
    for i in range(len(x)):
        sum += x[i] * w[i]
    return sum(x)
