#!/bin/bash
# install.sh FOLDER
# Unpacks PostgreSQL 18 with DocumentDB from Debian packages into FOLDER/root and prepares an empty database there. Says
# `unpacked N of M` while it goes on. Nothing is installed into the machine: the tree is used under chroot. Needs root.
# May be run again after an interruption.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
FOLDER=$(cd "$1" && pwd)
ROOT=$FOLDER/root
APT=$FOLDER/apt

# Only suites after Debian 12 have DocumentDB. They come from the mirror that this machine uses already.
SUITES="forky sid"
MIRROR=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ' || true)
[ -n "$MIRROR" ] || { echo 'no Debian mirror found in /etc/apt/sources.list*'; exit 1; }

mkdir -p "$ROOT" "$APT"/{lists/partial,cache/archives/partial,dpkg}
: > "$APT/dpkg/status"
for suite in $SUITES; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $MIRROR $suite main"
done > "$APT/sources.list"
# The machine's own /etc/apt/apt.conf.d still applies (proxies); only sources, lists, status and cache are private.
OPTIONS=(-qq
  -o Dir::Etc::sourcelist="$APT/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
  -o Dir::State::Lists="$APT/lists" -o Dir::State::status="$APT/dpkg/status" -o Dir::Cache="$APT/cache"
  -o APT::Install-Recommends=false -o APT::Sandbox::User=root -o Acquire::Languages=none
  -o DPkg::Post-Invoke= -o APT::Update::Post-Invoke= -o APT::Keep-Downloaded-Packages=true)
apt-get "${OPTIONS[@]}" update
apt-get "${OPTIONS[@]}" install -y --download-only postgresql-18-documentdb base-files dash coreutils
packages=("$APT"/cache/archives/*.deb)
unpacked=0
for package in "${packages[@]}"; do
  dpkg-deb -x "$package" "$ROOT"
  unpacked=$((unpacked + 1))
  echo "unpacked $unpacked of ${#packages[@]}"
done
ls "$APT/cache/archives" | grep '\.deb$' > "$FOLDER/packages.txt"

# What maintainer scripts would have done.
ln -sf postgis-3.control "$ROOT/usr/share/postgresql/18/extension/postgis.control"
printf 'root:x:0:0:root:/root:/bin/sh\npostgres:x:999:999::/var/lib/postgresql:/bin/sh\n' > "$ROOT/etc/passwd"
printf 'root:x:0:\npostgres:x:999:\n' > "$ROOT/etc/group"
echo '127.0.0.1 localhost' > "$ROOT/etc/hosts"
echo 'hosts: files' > "$ROOT/etc/nsswitch.conf"
mkdir -p "$ROOT/dev/shm" "$ROOT/run/postgresql" "$ROOT/var/lib/ferretdb" "$ROOT/proc" "$ROOT/tmp"
chmod 1777 "$ROOT/dev/shm" "$ROOT/tmp"
[ -e "$ROOT/dev/null" ] || mknod -m 666 "$ROOT/dev/null" c 1 3
[ -e "$ROOT/dev/urandom" ] || mknod -m 666 "$ROOT/dev/urandom" c 1 9
chown 999:999 "$ROOT/run/postgresql" "$ROOT/var/lib/ferretdb"
chroot "$ROOT" /sbin/ldconfig

# Every stack links this tree, file by file: keep what PostgreSQL reads.
rm -rf "$ROOT"/usr/share/{doc,man,info,locale,fonts} "$ROOT"/usr/share/gdal/*.zip

# An empty database that each new stack copies: initdb and the extensions take longer than everything else.
DATA=$FOLDER/root/data
BIN=/usr/lib/postgresql/18/bin
as_postgres() { chroot --userspec=999:999 "$ROOT" "$@"; }
rm -rf "$DATA" && install -d -m 700 -o 999 -g 999 "$DATA"
as_postgres $BIN/initdb -D /data --locale=C.UTF-8 --encoding=UTF8 -U postgres --auth=trust
install -m 600 -o 999 -g 999 "$HERE/postgresql.conf" "$DATA/postgresql.conf"
as_postgres $BIN/pg_ctl -D /data -l /data/prepare.log -w -t 120 start
as_postgres $BIN/psql -h /run/postgresql -U postgres -d postgres -qc 'create extension documentdb cascade'
as_postgres $BIN/pg_ctl -D /data -m fast -w stop
rm -rf "$FOLDER/data" && mv "$DATA" "$FOLDER/data"

rm -rf "$APT"
