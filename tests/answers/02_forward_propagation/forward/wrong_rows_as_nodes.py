# says: Is a row or a column
def forward(x, weights):
    hidden = x @ np.array([weights["node_0"], weights["node_1"]])
    return hidden @ weights["output"]
