"""What learners built in earlier units, handed on, so that one bug costs one exercise, never two.

Each file belongs to the unit whose solution it repeats; a test holds the two equal.
"""

from course.toolbox.activations import identity, relu, sigmoid, softmax, tanh
from course.toolbox.backprop import (
    backward,
    backward_layer,
    gradient_check,
    identity_derivative,
    relu_derivative,
    sigmoid_derivative,
    tanh_derivative,
    train,
)
from course.toolbox.cost import (
    gradient_descent,
    mean_squared_error,
    mini_batches,
    numerical_slope,
    root_mean_squared_error,
    slope,
    update,
)
from course.toolbox.forward_propagation import forward, node_value
from course.toolbox.layers import count_parameters, forward_layers, layer_shapes
from course.toolbox.linear import fit_linear, predict_linear, sum_of_squared_errors

__all__ = [
    "backward",
    "backward_layer",
    "count_parameters",
    "fit_linear",
    "forward",
    "forward_layers",
    "gradient_check",
    "gradient_descent",
    "identity",
    "identity_derivative",
    "layer_shapes",
    "mean_squared_error",
    "mini_batches",
    "node_value",
    "numerical_slope",
    "predict_linear",
    "relu",
    "relu_derivative",
    "root_mean_squared_error",
    "sigmoid",
    "sigmoid_derivative",
    "slope",
    "softmax",
    "sum_of_squared_errors",
    "tanh",
    "tanh_derivative",
    "train",
    "update",
]
