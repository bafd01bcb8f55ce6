# says: Each node got the value of the node before it
def predict_with_network(x, weights):
    def node(x, name):
        return toolbox.relu(toolbox.node_value(x, weights[name]))

    a = node(x, "node_0_0")
    b = node(a, "node_0_1")
    c = node(b, "node_1_0")
    d = node(c, "node_1_1")
    return toolbox.node_value(d, weights["output"])
