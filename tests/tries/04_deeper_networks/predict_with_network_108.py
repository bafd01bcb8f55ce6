def predict_with_network(x, weights):
    hidden = []
    for name in ["node_0_0", "node_0_1", "node_1_0", "node_1_1"]:
        hidden.append(toolbox.relu(toolbox.node_value(x, weights[name])))
    return toolbox.node_value(np.array(hidden), weights["output"])
