def predict_with_network(x, weights):
    a = np.asarray(x)
    for layer in (["node_0_0", "node_0_1"], ["node_1_0", "node_1_1"]):
        a = np.maximum(0, np.array([weights[name] for name in layer]) @ a)
    return a @ weights["output"]
