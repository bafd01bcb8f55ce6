# says: returned nothing (None)


def gradient_check(gradient, numerical):
    print(
        np.max(np.abs(gradient - numerical))
        / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
    )
