# verdict: graded or ungradable
# points: 0
# run: alone
#
# The same as deep_output, but written to the connection itself, at several depths.

# %% after
import json
import os
import stat
import struct

for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode):
            break
    except OSError:
        continue
for depth in (200, 320, 450, 600, 800, 950, 5000):
    deep = '{"a":' * depth + "1" + "}" * depth
    for out in (
        '{"output_type": "display_data", "data": {"application/json": %s}, "metadata": {}}',
        '{"output_type": "display_data", "data": {"text/plain": "x"}, "metadata": {"a": %s}}',
        '{"output_type": "stream", "text": %s}',
    ):
        if depth > 900 and "stream" in out:
            continue
        text = ('{"out": ' + out % deep + ', "blobs": []}').encode()
        if depth < 990:
            os.write(number, struct.pack(">II", len(text), 0) + text)
