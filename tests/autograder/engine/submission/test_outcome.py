"""Are a cell's outputs joined, capped and valid, whatever was reported?"""

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.submission.outcome import TRUNCATED, Outputs

KINDS = ["stream", "error", "display_data", "execute_result", "update_display_data", "clear_output"]
FIELDS = ["output_type", "name", "text", "ename", "evalue", "traceback", "data", "metadata"]
FIELDS += ["transient", "display_id", "wait", "execution_count", "text/plain", "image/png"]


def collected(*told, most=1000):
    """Return what one cell shows after some reports."""
    outputs = Outputs(most, 7)
    for output in told:
        outputs.add(output)
    return outputs


def stream(text, name="stdout"):
    """Return the report of a printed text."""
    return {"output_type": "stream", "name": name, "text": text}


def display(text, display_id=None, kind="display_data", **more):
    """Return the report of something shown."""
    transient = {} if display_id is None else {"display_id": display_id}
    data = {"text/plain": text}
    return {"output_type": kind, "data": data, "metadata": {}, "transient": transient, **more}


def error(text="division by zero", trace=("line 1", "line 2")):
    """Return the report of an error."""
    told = {"output_type": "error", "ename": "ZeroDivisionError", "evalue": text}
    return {**told, "traceback": list(trace)}


def texts(outputs):
    """Return the texts that are seen."""
    return [
        item["text"] if "text" in item else item["data"]["text/plain"] for item in outputs.items
    ]


def check(outputs):
    """Validate the outputs as those of a cell."""
    cell = nbformat.v4.new_code_cell("1", outputs=outputs.notebook_outputs(), execution_count=7)
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


# What is shown


def test_texts_of_one_stream_are_joined():
    assert texts(collected(stream("a"), stream("b"))) == ["ab"]


def test_two_streams_stay_apart():
    assert texts(collected(stream("a"), stream("b", "stderr"), stream("c"))) == ["a", "b", "c"]


def test_texts_around_a_display_stay_apart():
    assert texts(collected(stream("a"), display("b"), stream("c"))) == ["a", "b", "c"]


def test_a_result_has_the_cells_own_count():
    outputs = collected(display("3", kind="execute_result", execution_count=99))
    assert outputs.items[0]["execution_count"] == 7


def test_an_update_changes_what_was_shown():
    outputs = collected(display("old", "d1"), display("new", "d1", "update_display_data"))
    assert texts(outputs) == ["new"]


def test_an_update_changes_every_display_of_that_name():
    told = [display("a", "d1"), display("b", "d1"), display("new", "d1", "update_display_data")]
    assert texts(collected(*told)) == ["new", "new"]


def test_an_update_of_something_unknown_shows_nothing():
    assert collected(display("new", "d2", "update_display_data")).items == []


def test_clear_output_clears_at_once():
    assert texts(collected(stream("a"), {"output_type": "clear_output", "wait": False})) == []


def test_clear_output_can_wait_for_the_next_output():
    outputs = collected(stream("a"), {"output_type": "clear_output", "wait": True})
    before = texts(outputs)
    outputs.add(stream("b"))
    assert (before, texts(outputs)) == (["a"], ["b"])


def test_a_text_after_a_clearing_is_not_joined_to_the_cleared_one():
    clear = {"output_type": "clear_output", "wait": False}
    assert texts(collected(stream("a"), clear, stream("b"))) == ["b"]


def test_no_text_is_left_out_of_a_display():
    told = {**display("a"), "data": {"text/plain": "a", "image/png": "aGk=", "bad mime": "x"}}
    assert set(collected(told).items[0]["data"]) == {"text/plain", "image/png"}


def test_a_live_widget_is_left_out():
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/plain": "w"}
    assert collected({**display("a"), "data": widget}).items[0]["data"] == {"text/plain": "w"}


def test_an_animation_in_a_loop_keeps_its_last_frame():
    told = []
    for frame in range(200):
        told += [{"output_type": "clear_output", "wait": True}, display(f"frame {frame:5}")]
    assert texts(collected(*told, most=1000)) == ["frame   199"]


def test_a_display_updated_in_a_loop_keeps_its_last_state():
    told = [display(f"step {step:5}", "d1", "update_display_data") for step in range(200)]
    assert texts(collected(display("step", "d1"), *told, most=1000)) == ["step   199"]


# Caps


def test_what_fits_is_kept_whole():
    assert texts(collected(stream("a" * 1000))) == ["a" * 1000]


def test_a_text_above_the_cap_is_cut_and_says_so():
    assert "".join(texts(collected(stream("a" * 3000)))) == "a" * 1000 + "\n" + TRUNCATED


def test_many_texts_above_the_cap_are_cut_once():
    shown = "".join(texts(collected(*[stream("a" * 300)] * 9)))
    assert shown == "a" * 1000 + "\n" + TRUNCATED


def test_a_display_above_the_cap_leaves_a_note():
    assert texts(collected(stream("a"), display("b" * 2000))) == ["a", "\n" + TRUNCATED]


def test_an_error_is_kept_in_spite_of_the_cap():
    outputs = collected(stream("a" * 3000), error())
    assert outputs.message() == "ZeroDivisionError: division by zero"


def test_many_errors_above_the_cap_take_no_room():
    """A forged stream of errors must not grow without end."""
    outputs = collected(*[error("e" * 900)] * 200)
    assert sum(len(item["evalue"]) for item in outputs.items) < 10_000


def test_many_empty_outputs_take_no_room():
    outputs = collected(*[display("", more=1), stream("")] * 20_000)
    assert len(outputs.items) < 2000


def test_metadata_and_names_count_as_well():
    told = {**display("a"), "metadata": {"image/png": {"a": "b" * 5000}}}
    outputs = collected(*[told] * 100)
    assert len(str(outputs.items)) < 20_000


def test_keys_of_a_bundle_count_as_well():
    told = {**display("a"), "data": {f"text/{'a' * 5000}": "", "text/plain": "x"}}
    assert len(str(collected(*[told] * 100).items)) < 20_000


def test_without_room_nothing_is_kept_but_errors():
    outputs = collected(stream("a"), display("b"), error(), most=0)
    assert [item["output_type"] for item in outputs.items] == ["error"]


@given(st.lists(st.text(max_size=30)), st.integers(1, 200))
def test_no_text_grows_above_the_cap(pieces, most):
    shown = "".join(texts(collected(*map(stream, pieces), most=most)))
    whole, kept = "".join(pieces), shown.removesuffix("\n" + TRUNCATED)
    assert shown == whole or (shown != kept and whole.startswith(kept) and len(kept) <= most)


# What is told


def test_the_message_is_the_first_errors():
    assert collected(error("first"), error("second")).message() == "ZeroDivisionError: first"


def test_the_message_has_no_colours():
    assert collected(error("\x1b[31mred\x1b[0m")).message() == "ZeroDivisionError: red"


def test_an_error_of_the_engine_is_an_error():
    outputs = collected()
    outputs.error("DeadKernelError", "it ended")
    assert (outputs.has_error(), outputs.message()) == (True, "DeadKernelError: it ended")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", 1.5), ("3", 3.0), ("np.float64(0.5)", 0.5), ("np.int64(2)", 2.0),
        ("'3'", None), ("array(3)", None), ("", None),
    ],
)  # fmt: skip
def test_the_number_that_a_cell_ends_with(text, expected):
    assert collected(display(text, kind="execute_result")).ending()["value"] == expected


# What is malformed


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3) | st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=6,
)
malformed = anything | st.builds(
    lambda kind, rest: {**rest, "output_type": kind},
    st.sampled_from(KINDS) | anything,
    st.dictionaries(st.sampled_from(FIELDS), anything, max_size=5),
)


@given(st.lists(malformed, max_size=6), st.integers(0, 50))
def test_malformed_outputs_never_raise_and_are_valid(told, most):
    outputs = collected(*told, most=most)
    outputs.message(), outputs.ending()["value"], outputs.has_error()
    check(outputs)


def test_what_is_honest_is_valid():
    outputs = collected(
        stream("a"), display("b", "d"), display("3", kind="execute_result"), error()
    )
    outputs.error("CellTimeoutError", "No reply from kernel before timeout")
    check(outputs)
