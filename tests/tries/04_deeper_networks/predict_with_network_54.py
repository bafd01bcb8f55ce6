def predict_with_network(x, weights):
    n00 = max(0, x[0] * weights["node_0_0"][0] + x[1] * weights["node_0_0"][1])
    n01 = max(0, x[0] * weights["node_0_1"][0] + x[1] * weights["node_0_1"][1])
    n10 = max(0, n00 * weights["node_1_0"][0] + n01 * weights["node_1_0"][1])
    n11 = max(0, n00 * weights["node_1_1"][0] + n01 * weights["node_1_1"][1])
    return n10 * weights["output"][0] + n11 * weights["output"][1]
