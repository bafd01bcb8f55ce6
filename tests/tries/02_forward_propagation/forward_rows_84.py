def forward_rows(X, weights):
    hidden = X @ np.column_stack([weights["node_0"], weights["node_1"]])
    return hidden @ weights["output"]
