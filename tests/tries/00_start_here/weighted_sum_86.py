def weighted_sum(x, w):
    products = x * w
    return products.sum()
