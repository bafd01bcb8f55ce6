def backward_layer(dZ, A_prev, W):
    dW = np.einsum("ni,no->io", A_prev, dZ)
    db = dZ.sum(0)
    dA_prev = np.einsum("no,io->ni", dZ, W)
    return dW, db, dA_prev
