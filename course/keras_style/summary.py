"""The table that ``model.summary()`` prints, drawn as Keras 3 draws it."""

import shutil
import textwrap


def summary_text(model):
    """Return the summary of `model`: one row for each layer, then the numbers of parameters."""
    width = min(88, shutil.get_terminal_size().columns - 4)
    # Keras shares the width out as 45, 35 and 20 parts of 100, borders and margins included.
    ends = [int(share * width) for share in (0.45, 0.80, 1.0)]
    columns = [ends[0] - 1, ends[1] - ends[0] - 2, ends[2] - ends[1] - 1]
    if min(columns) < 4:
        raise ValueError(f"summary: expected a terminal wider than {width + 4} characters.")

    lines = [f'Model: "{model.name}"']
    lines.append("┏" + "┳".join("━" * w for w in columns) + "┓")
    lines += _row(["Layer (type)", "Output Shape", "Param #"], columns, "┃")
    lines.append("┡" + "╇".join("━" * w for w in columns) + "┩")
    between = "├" + "┼".join("─" * w for w in columns) + "┤"
    for i, layer in enumerate(model.layers):
        if i:
            lines.append(between)
        lines += _row(_cells(layer), columns, "│")
    lines.append("└" + "┴".join("─" * w for w in columns) + "┘")
    return "\n".join(lines + _totals(model)) + "\n"


def _cells(layer):
    title = f"{layer.name} ({type(layer).__name__})"
    shape = "?" if layer.n_outputs is None else f"(None, {layer.n_outputs})"
    return [title, shape, f"{layer.count_params():,}" if layer.built else "0 (unbuilt)"]


def _row(cells, columns, border):
    wrapped = [_wrap(cell, width - 2) for cell, width in zip(cells, columns, strict=True)]
    lines = []
    for i in range(max(map(len, wrapped))):
        texts = [part[i] if i < len(part) else "" for part in wrapped]
        padded = [
            f" {texts[0]:<{columns[0] - 2}} ",
            f" {texts[1]:<{columns[1] - 2}} ",
            f" {texts[2]:>{columns[2] - 2}} ",  # numbers line up at the right
        ]
        lines.append(border + border.join(padded) + border)
    return lines


def _wrap(text, width):
    lines = textwrap.wrap(text, width, break_long_words=False)
    return [line if len(line) <= width else line[: width - 1] + "…" for line in lines]


def _totals(model):
    learned = sum(array.size for array in model.trainable_weights)
    frozen = sum(array.size for array in model.non_trainable_weights)
    lines = [
        f" Trainable params: {learned:,} ({_memory(8 * learned)})",
        f" Non-trainable params: {frozen:,} ({_memory(8 * frozen)})",
    ]
    total, size = learned + frozen, 8 * (learned + frozen)  # a float64 takes 8 bytes
    if model.optimizer is not None and model.optimizer.variables is not None:
        # As Keras counts: with the learning rate (8 bytes) and the number of steps taken (4).
        remembered = sum(array.size for array in model.optimizer.variables)
        lines.append(f" Optimizer params: {remembered + 2:,} ({_memory(8 * remembered + 12)})")
        total, size = total + remembered + 2, size + 8 * remembered + 12
    return [f" Total params: {total:,} ({_memory(size)})", *lines]


def _memory(size):
    units = ["B", "KB", "MB", "GB", "TB"]
    while size >= 1024 and len(units) > 1:
        size /= 1024
        units.pop(0)
    return f"{size:.2f} {units[0]}"
