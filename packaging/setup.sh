# What packaging/play and packaging/test share: find what is missing, say so, install it. Sourced by bash.
#
# Debian's packages come through apt, as root or with sudo; Python's into .venv, from a lock file with hashes. Where
# both are there already, this takes a fraction of a second.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PYTHON=$ROOT/.venv/bin/python
STAMP=$ROOT/.venv/visualalbum-stamp
LOG=$ROOT/build/setup.log

unset PYTHONDONTWRITEBYTECODE # else Python compiles all of the program anew at every start

# Debian 12's names; Ubuntu 24.04 has the same. libpulse0, libglib2.0-0 and libdbus-1-3 come with vlc-plugin-base.
TO_PLAY=(
    python3 python3-venv
    libvlc5 vlc-plugin-base          # every moving picture; the second holds libvmem_plugin.so, pictures in memory
    libportaudio2 libasound2-plugins # the song's output, and its way to PulseAudio and PipeWire
    libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 # what Qt's xcb platform links to and its wheel leaves out
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    fonts-ipaexfont-gothic # Japanese, in 3 MB
)
WITHOUT_DISPLAY=(xvfb pulseaudio pulseaudio-utils)
TO_TEST=(
    mpv xdotool ffmpeg # mpv is the zero of every sync figure; xdotool presses its keys; ffmpeg makes odd films
    dbus playerctl     # a session bus, and a hand that steers the player through it
    at-spi2-core       # the bus of screen readers
    x11-utils          # xprop, which tells of a window's icon
)
TO_MEASURE=(
    vlc-plugin-video-output # the window of plain libVLC, a peer
)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# install_packages NAME...: install those of Debian's packages that are not there.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        name_what_is_needed "$@"
        return
    fi
    local installed missing=() name
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sort -u || true)
    for name in "$@"; do
        grep --quiet --line-regexp --fixed-strings "installed $name" <<<"$installed" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0

    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "These packages are missing; ask somebody who may install them to run:" \
            $'\n'"  apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing from the distribution, with what they need: ${missing[*]}"
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    logged "apt-get" "${as_root[@]}" apt-get update
    logged "apt-get" "${as_root[@]}" apt-get install --yes --no-install-recommends "${missing[@]}"
}

# name_what_is_needed NAME...: where there is no apt, go on if the libraries and programs are there.
name_what_is_needed() {
    local missing=() library program
    for library in libvlc.so.5 libportaudio.so.2 libxcb-cursor.so.0 libEGL.so.1; do
        { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep --quiet --fixed-strings "$library" || missing+=("$library")
    done
    for program in python3 xvfb pulseaudio mpv xdotool ffmpeg dbus playerctl; do
        [[ " $* " == *" $program "* ]] || continue
        [[ $program == xvfb ]] && program=Xvfb
        [[ $program == dbus ]] && program=dbus-daemon
        command -v "$program" >/dev/null || missing+=("$program")
    done
    ((${#missing[@]})) || return 0
    say "This is neither Debian nor Ubuntu. Please install by hand: Python 3.11 or later with venv, libVLC 3 with its"
    say "plugins, PortAudio and ALSA's pulse plugin, EGL, the xcb libraries of Qt 6 and a font with Japanese."
    die "Not found here: ${missing[*]}"
}

# prepare_python LOCK [LOCK...]: put the first lock file's packages and the project into .venv, unless it holds them or
# those of one of the other files (which contain the first one's) already.
prepare_python() {
    local system lock
    system=$(command -v python3) || die "Python 3.11 or later is needed; here is no python3."
    "$system" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        die "Python 3.11 or later is needed; here is $("$system" --version)."
    local place
    place="$ROOT $(readlink -f "$system")"
    if [[ -x $PYTHON && -r $STAMP ]]; then
        for lock in "$@"; do
            [[ $(<"$STAMP") == "$place"$'\n'$(fingerprint "$lock") ]] && return
        done
    fi
    mkdir -p "$ROOT/build"
    exec 9>"$ROOT/build/setup.lock"
    flock 9 # the two commands may run at the same time
    say "Preparing Python's environment in .venv from packaging/$1: $(grep -c == "$ROOT/packaging/$1") packages"
    # One made by hand is brought up to date; one that was moved here, or whose Python is gone, is made anew.
    if ! "$PYTHON" -m pip --version >/dev/null 2>&1 || [[ -r $STAMP && $(head -n 1 "$STAMP") != "$place" ]]; then
        logged "python3 -m venv" "$system" -m venv --clear "$ROOT/.venv"
    fi
    rm -f "$STAMP"
    local pip=("$PYTHON" -m pip --disable-pip-version-check --quiet install)
    logged "pip" "${pip[@]}" --require-hashes --requirement "$ROOT/packaging/$1"
    logged "pip" "${pip[@]}" --no-deps --no-build-isolation --editable "$ROOT"
    printf '%s\n%s\n' "$place" "$(fingerprint "$1")" >"$STAMP.new"
    mv "$STAMP.new" "$STAMP"
    exec 9>&-
}

fingerprint() { cat "$ROOT/pyproject.toml" "$ROOT/packaging/$1" | sha256sum | cut -d ' ' -f 1; }

# logged NAME COMMAND...: run a command quietly; where it fails, show the end of what it said and end.
logged() {
    local name=$1
    shift
    mkdir -p "$ROOT/build"
    "$@" >"$LOG" 2>&1 9>&- && return
    tail -n 20 "$LOG" >&2
    die "$name did not succeed; all that it said is in $LOG"
}
