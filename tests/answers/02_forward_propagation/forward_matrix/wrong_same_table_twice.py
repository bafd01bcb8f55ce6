# says: Which two should meet here
def forward_matrix(X, W1, w2):
    layer_1 = X @ W1
    return X @ layer_1
