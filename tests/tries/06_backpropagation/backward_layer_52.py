def backward_layer(dZ, A_prev, W):
    return np.dot(np.transpose(A_prev), dZ), dZ.sum(axis=0), np.matmul(dZ, np.transpose(W))
