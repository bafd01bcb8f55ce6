def weighted_sum(x, w):
    products = []
    for i in range(len(x)):
        products.append(x[i] * w[i])
    return np.sum(products)
