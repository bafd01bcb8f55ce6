def adam_step(w, gradient, m, v, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return w, m and v after one step of Adam.

    Parameters
    ----------
    w, gradient : arrays of one shape
        The weights, and the slope of the loss along each.
    m, v : arrays of the same shape
        The running means of the slopes and of the squared slopes before this step.
    t : int
        The number of this step: 1 for the first.
    lr, beta_1, beta_2, epsilon : float
        The settings; these defaults are those of Keras.

    Returns
    -------
    w, m, v : arrays of the same shape
        For w = [1], gradient = [0.5], m = v = [0], t = 1 and lr = 0.1 these are [0.9], [0.05] and
        [0.00025].
    """
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1) ** t
    v_hat = v / (1 - beta_2) ** t
    w = w - lr * m_hat / (np.sqrt(v_hat) + epsilon)
    return w, m, v
