#!/bin/sh
# Makes what follows a machine of its own: users, homes and mounts of this shell end with it.
# Run by `unshare --mount --pid --fork --kill-child --mount-proc`, as root. The arguments are
# folders that every user must be able to reach, whatever folder of root they lie in.
set -eu
unset CDPATH

room=/mnt
mount -t tmpfs -o mode=0755 tmpfs "$room"
mkdir "$room/etc" "$room/kept"
cp -a /etc/. "$room/etc"

# Keep the folders, cover what is closed above them and what users and services write to, and put
# them back in their places.
number=0
for folder; do
  number=$((number + 1))
  mkdir "$room/kept/$number"
  mount --bind "$folder" "$room/kept/$number"
done
for folder; do
  closed=""
  above=$(dirname "$folder")
  while [ "$above" != / ]; do
    [ -z "$(find "$above" -maxdepth 0 ! -perm -o+x)" ] || closed=$above
    above=$(dirname "$above")
  done
  [ -z "$closed" ] || mount -t tmpfs -o mode=0755 tmpfs "$closed"
done
for folder in /home /run /srv /var/log /var/mail; do
  mount -t tmpfs -o mode=0755 tmpfs "$folder"
done
for folder in /tmp /var/tmp; do
  mount -t tmpfs -o mode=1777 tmpfs "$folder"
done
number=0
for folder; do
  number=$((number + 1))
  mkdir -p "$folder"
  mount --bind "$room/kept/$number" "$folder"
done

mount --bind "$room/etc" /etc
echo ready
exec sleep infinity
