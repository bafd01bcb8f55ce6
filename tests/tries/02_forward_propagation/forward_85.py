def forward(x, weights):
    h0 = x[0] * weights["node_0"][0] + x[1] * weights["node_0"][1]
    h1 = x[0] * weights["node_1"][0] + x[1] * weights["node_1"][1]
    return h0 * weights["output"][0] + h1 * weights["output"][1]
