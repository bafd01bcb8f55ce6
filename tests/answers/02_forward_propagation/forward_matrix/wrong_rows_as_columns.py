# says: stand where a column belongs
def forward_matrix(X, W1, w2):
    hidden = X @ W1
    return hidden[0] * w2[0] + hidden[1] * w2[1]
