def forward_rows(X, weights):
    W1 = np.column_stack([weights["node_0"], weights["node_1"]])
    return X @ W1 @ weights["output"]
