def backward_layer(dZ, A_prev, W):
    n, n_out = dZ.shape
    n_in = A_prev.shape[1]
    dW = np.zeros((n_in, n_out))
    db = np.zeros(n_out)
    dA_prev = np.zeros((n, n_in))
    for r in range(n):
        for j in range(n_out):
            db[j] += dZ[r, j]
            for i in range(n_in):
                dW[i, j] += A_prev[r, i] * dZ[r, j]
                dA_prev[r, i] += dZ[r, j] * W[i, j]
    return dW, db, dA_prev
