# says: That is one node of the second hidden layer
def predict_with_network(x, weights):
    h = toolbox.forward(
        x,
        {
            "node_0": weights["node_0_0"],
            "node_1": weights["node_0_1"],
            "output": weights["node_1_0"],
        },
    )
    return toolbox.relu(h)
