def forward_matrix(X, W1, w2):
    for x in X:
        hidden = x @ W1
        return hidden @ w2
