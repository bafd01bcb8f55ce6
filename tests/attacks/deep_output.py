# verdict: graded or ungradable
# points: 0
# run: alone
#
# Shows an output whose data and metadata are nested so deeply that whoever walks through them
# runs out of stack: the whole batch would end with a traceback.

# %% before
from IPython.display import publish_display_data

deep = 1
for _ in range(900):
    deep = {"a": deep}
channel_emit = get_ipython().display_pub.emit
for data, metadata in (({"application/json": deep}, {}), ({"text/plain": "x"}, {"a": deep})):
    try:
        channel_emit({"output_type": "display_data", "data": data, "metadata": metadata})
    except RecursionError as error:
        print(error)
