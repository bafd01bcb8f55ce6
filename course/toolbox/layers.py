"""From unit 04: networks of any depth, as a list of layers ``(W, b)``."""

from itertools import pairwise


def layer_shapes(layer_sizes):
    """Return the shapes of the weights and biases of a network.

    Parameters
    ----------
    layer_sizes : list of int
        Nodes per layer, from the input layer to the output layer.

    Returns
    -------
    list of pairs
        For each layer that computes ((n_in, n_out), (n_out,)).
    """
    return [((n_in, n_out), (n_out,)) for n_in, n_out in pairwise(layer_sizes)]


def count_parameters(layer_sizes):
    """Return how many weights and biases a network has.

    Parameters
    ----------
    layer_sizes : list of int
        Nodes per layer, from the input layer to the output layer.

    Returns
    -------
    int
    """
    return sum(n_in * n_out + n_out for n_in, n_out in pairwise(layer_sizes))


def forward_layers(X, layers, activations):
    """Send every row of `X` through all layers and keep what each layer computed.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row per observation.
    layers : list of (W, b)
        W has shape (n_in, n_out), b has shape (n_out,).
    activations : list of functions
        One per layer.

    Returns
    -------
    Zs : list of arrays
        The sums of each layer, before its activation; Zs[k] has shape (n, n_out of layer k).
    As : list of arrays
        The outputs of each layer, after its activation. As[0] is X, As[-1] the prediction.
    """
    one_for_each(layers, activations, "activations")
    Zs, As = [], [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs[-1]))
    return Zs, As


def one_for_each(layers, others, name):
    """Refuse lists of different lengths, in words for whoever made one of them."""
    if len(layers) != len(others):
        error = ValueError(f"{len(layers)} layers, but {len(others)} {name}")
        error.add_note(
            f"The list of layers holds {len(layers)} of them at this point, and there must be one "
            f"for each of the {len(others)} {name}. Where does the list become too long or short?"
        )
        raise error
