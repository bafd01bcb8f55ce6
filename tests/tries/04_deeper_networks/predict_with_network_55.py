def predict_with_network(x, weights):
    values = x
    for i in range(2):
        new = []
        for j in range(2):
            new.append(toolbox.relu(toolbox.node_value(values, weights[f"node_{i}_{j}"])))
        values = np.array(new)
    return toolbox.node_value(values, weights["output"])
