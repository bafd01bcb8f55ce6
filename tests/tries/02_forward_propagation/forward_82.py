def forward(x, weights):
    first = np.sum(x * weights["node_0"])
    second = np.sum(x * weights["node_1"])
    hidden = np.array([first, second])
    output = np.sum(hidden * weights["output"])
    return output
