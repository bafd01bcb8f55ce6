# says: All four hidden nodes should hold positive numbers
def predict_with_network(x, weights):
    def node(x, name):
        return toolbox.relu(-toolbox.node_value(x, weights[name]))

    first = [node(x, "node_0_0"), node(x, "node_0_1")]
    second = [node(first, "node_1_0"), node(first, "node_1_1")]
    return toolbox.node_value(second, weights["output"])
