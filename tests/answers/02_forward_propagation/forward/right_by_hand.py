def forward(x, weights):
    hidden = []
    for name in ["node_0", "node_1"]:
        w = weights[name]
        hidden.append(x[0] * w[0] + x[1] * w[1])
    return hidden[0] * weights["output"][0] + hidden[1] * weights["output"][1]
