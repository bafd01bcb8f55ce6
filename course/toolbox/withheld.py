"""Which finished copies are withheld while an exercise's own tests call the learner's answer.

An exercise, by its grade_id, and the dotted names of the functions and classes that would answer
it. They are free everywhere else, in later exercises too: a finished copy hands on what a learner
built, and is no answer to the exercise that asks for it.
"""

_ACTIVATIONS = "course.keras_style.activations"
_LOSSES = "course.keras_style.losses"
_KERAS = "course.toolbox.keras_parts"
_CLINIC = "course.toolbox.clinic"
_TANH = ("course.toolbox.tanh", f"{_ACTIVATIONS}.tanh")
_SIGMOID = ("course.toolbox.sigmoid", f"{_ACTIVATIONS}.sigmoid")

WITHHELD = {
    # Unit 00
    "weighted_sum": ["course.toolbox.node_value"],
    # Unit 01
    "predict_linear": ["course.toolbox.predict_linear"],
    "sum_of_squared_errors": ["course.toolbox.sum_of_squared_errors"],
    "fit_linear": ["course.toolbox.fit_linear"],
    # Unit 02
    "node_value": ["course.toolbox.node_value"],
    "forward": ["course.toolbox.forward"],
    # Unit 03
    "relu": ["course.toolbox.relu", f"{_ACTIVATIONS}.relu"],
    "tanh": [*_TANH, *_SIGMOID],  # each is the other one, moved and stretched
    "sigmoid": [*_SIGMOID, *_TANH],
    "softmax": ["course.toolbox.softmax", f"{_ACTIVATIONS}.softmax"],
    # Unit 04
    "layer_shapes": ["course.toolbox.layer_shapes"],
    "count_parameters": ["course.toolbox.count_parameters"],
    "forward_layers": ["course.toolbox.forward_layers"],
    # Unit 05
    "costs": [
        "course.toolbox.sum_of_squared_errors",
        "course.toolbox.mean_squared_error",
        "course.toolbox.root_mean_squared_error",
        f"{_LOSSES}.mean_squared_error",
        f"{_LOSSES}.MeanSquaredError",
    ],
    "slope": ["course.toolbox.slope", "course.toolbox.numerical_slope"],
    "numerical_slope": ["course.toolbox.numerical_slope"],
    "update": ["course.toolbox.update"],
    "gradient_descent": ["course.toolbox.gradient_descent"],
    "mini_batches": ["course.toolbox.mini_batches"],
    # Unit 06
    "derivatives": [
        "course.toolbox.relu_derivative",
        "course.toolbox.tanh_derivative",
        "course.toolbox.sigmoid_derivative",
    ],
    "backward_layer": ["course.toolbox.backward_layer"],
    "backward": ["course.toolbox.backward"],
    "gradient_check": ["course.toolbox.gradient_check"],
    "train": ["course.toolbox.train"],
    # Unit 07
    "Dense": [f"{_KERAS}.Dense", "course.keras_style.layers.Dense"],
    "binary_crossentropy": [
        f"{_KERAS}.binary_crossentropy",
        f"{_LOSSES}.binary_crossentropy",
        f"{_LOSSES}.BinaryCrossentropy",
    ],
    "binary_crossentropy_gradient": [
        f"{_KERAS}.binary_crossentropy_gradient",
        f"{_LOSSES}.BinaryCrossentropy",
    ],
    "sgd_step": [f"{_KERAS}.sgd_step"],
    "adam_step": [f"{_KERAS}.adam_step"],
    "Model": [f"{_KERAS}.Model"],
    "Sequential": [f"{_KERAS}.Sequential", "course.keras_style.Sequential"],
    # Unit 08
    "load_patients": [f"{_CLINIC}.load_patients"],
    "majority_accuracy": [f"{_CLINIC}.majority_accuracy"],
    "split_stratified": [f"{_CLINIC}.split_stratified"],
    "fill_zeros": [f"{_CLINIC}.fill_zeros"],
    "standardize": [f"{_CLINIC}.standardize", f"{_CLINIC}.prepare"],
    "train_and_score": [f"{_CLINIC}.train_and_score", f"{_CLINIC}.build_model"],
    "confusion_matrix": [f"{_CLINIC}.confusion_matrix"],
    "precision_and_recall": [
        f"{_CLINIC}.precision",
        f"{_CLINIC}.recall",
        "course.keras_style.metrics.Precision",
        "course.keras_style.metrics.Recall",
    ],
}
