# says: The input -1 became 0
def predict_with_network(x, weights):
    def node(x, name):
        return toolbox.relu(toolbox.node_value(x, weights[name]))

    x = toolbox.relu(x)
    first = [node(x, "node_0_0"), node(x, "node_0_1")]
    second = [node(first, "node_1_0"), node(first, "node_1_1")]
    return toolbox.node_value(second, weights["output"])
