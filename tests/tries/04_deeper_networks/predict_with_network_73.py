def predict_with_network(x, weights):
    h = np.array([toolbox.node_value(x, weights["node_0_0"]), toolbox.node_value(x, weights["node_0_1"])])
    g = np.array([toolbox.node_value(h, weights["node_1_0"]), toolbox.node_value(h, weights["node_1_1"])])
    return toolbox.node_value(g, weights["output"])
