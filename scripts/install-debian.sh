#!/bin/sh
# Installs what is missing of the Debian packages named in the given list files, as root or with sudo.
# A list has a package a line; a second word names a command that makes the package unnecessary.
# Where nothing is missing it only asks dpkg, a matter of milliseconds, and needs no rights.
# usage: scripts/install-debian.sh LIST...
set -eu

die() {
  printf 'setup: %s\n' "$1" >&2
  exit 3
}

wanted_packages() {
  sed 's/#.*//' "$@" | while read -r package command; do
    [ -n "$package" ] || continue
    if [ -z "$command" ] || ! command -v "$command" >/dev/null 2>&1; then echo "$package"; fi
  done
}

# Of the packages on standard input, those that dpkg does not have installed.
missing_packages() {
  sort -u >"$work/wanted"
  # dpkg-query complains about, and fails for, packages it has never heard of: those are missing too.
  # shellcheck disable=SC2046,SC2016
  dpkg-query -W -f '${Package} ${db:Status-Status}\n' $(cat "$work/wanted") 2>/dev/null |
    sed -n 's/ installed$//p' | sort -u >"$work/installed"
  comm -23 "$work/wanted" "$work/installed"
}

apt() {
  # shellcheck disable=SC2086 # $elevate is empty or one word
  $elevate env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

command -v dpkg-query >/dev/null 2>&1 ||
  die "this is not a Debian system; install what these lists name by other means: $*"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
missing=$(wanted_packages "$@" | missing_packages)
[ -n "$missing" ] || exit 0

# shellcheck disable=SC2086
set -- $missing
if [ "$(id -u)" -eq 0 ]; then
  elevate=''
elif command -v sudo >/dev/null 2>&1; then
  elevate=sudo
else
  die "$# Debian packages are missing, and this user is not root and has no sudo. As root, run:
  apt-get update && apt-get install --no-install-recommends $*"
fi

echo "setup: installing $# Debian packages: $*"
apt update || die "apt-get update failed"
apt install --yes --no-install-recommends "$@" || die "apt-get could not install: $*"
