def predict_with_network(x, weights):
    value = x
    for name in weights:
        value = toolbox.node_value(value, weights[name])
        if name != "output":
            value = toolbox.relu(value)
    return value
