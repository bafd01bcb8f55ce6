def node(x, w):
    total = 0
    for i in range(len(x)):
        total += x[i] * w[i]
    return total


def forward(x, weights):
    first = node(x, weights["node_0"])
    second = node(x, weights["node_1"])
    return node([first, second], weights["output"])
