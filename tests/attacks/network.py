# verdict: graded
# points: 0
#
# Opens sockets of all kinds: to the world, to this machine's services, abstract ones, raw ones;
# listens for others.

# %% before
import os
import socket

for family in (
    socket.AF_INET,
    socket.AF_INET6,
    socket.AF_NETLINK,
    socket.AF_PACKET,
    socket.AF_UNIX,
):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            made = socket.socket(family, kind)
            made.settimeout(0.2)
            made.bind("\0LEFT-BEHIND" if family == socket.AF_UNIX else ("0.0.0.0", 0))
        except OSError as error:
            print(family, kind, error)
for path in (
    "/run/docker.sock",
    "/var/run/dbus/system_bus_socket",
    "/dev/log",
    "/run/systemd/notify",
):
    try:
        with socket.socket(socket.AF_UNIX) as reached:
            reached.connect(path)
            print("REACHED", path)
    except OSError as error:
        print(path, error)
try:
    print(socket.create_connection(("127.0.0.1", 22), timeout=0.2))
except OSError as error:
    print(error)
