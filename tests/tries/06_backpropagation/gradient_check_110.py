def gradient_check(gradient, numerical):
    top = np.linalg.norm(gradient - numerical)
    bottom = np.linalg.norm(gradient) + np.linalg.norm(numerical)
    return top / max(bottom, 1e-12)
