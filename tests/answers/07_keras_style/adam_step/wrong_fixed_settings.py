# says: The epsilon that is given has no effect
def adam_step(w, gradient, m, v, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = 0.9 * m + (1 - 0.9) * gradient
    v = 0.999 * v + (1 - 0.999) * gradient**2
    m_hat = m / (1 - 0.9**t)
    v_hat = v / (1 - 0.999**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + 1e-7), m, v
