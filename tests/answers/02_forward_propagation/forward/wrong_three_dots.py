# says: The three dots `...` stand for something
def forward(x, weights):
    hidden = np.array([..., ...])
    return toolbox.node_value(hidden, weights["output"])
