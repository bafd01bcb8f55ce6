def forward_matrix(X, W1, w2):
    return toolbox.forward_rows(X, weights)
