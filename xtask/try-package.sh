#!/usr/bin/env bash
# Installs a Debian package into a clean Debian, as anybody would, and starts the program there under Xvfb.
#
#     try-package.sh PACKAGE.deb
#
# It needs root and debootstrap. The clean Debian lies in one temporary folder. All processes and mounts of the trial are in
# namespaces of their own: they are gone when it ends, however it ends, and the folder is removed then.
set -euo pipefail

readonly SUITE=bookworm
readonly WINDOW='^民生票决$'
readonly SECONDS_TO_START=60

fail() {
    echo "try-package: $*" >&2
    exit 1
}

say() {
    echo "try-package: $*"
}

# The mirror that apt on this machine is configured with, whatever its Debian release.
mirror() {
    # shellcheck disable=SC2016  # apt fills these in
    apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 'Component: main' |
        awk '$1 ~ /^(bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/ && !found { print $2; found = 1 }'
}

# The outer half: makes the folder, runs the trial apart from the machine, and removes the folder.
outside() {
    [[ $(id -u) == 0 ]] || fail "needs root"
    [[ $# == 1 && -f $1 ]] || fail "takes the package's file"
    local package folder
    package=$(realpath "$1")
    folder=$(mktemp --directory --tmpdir piaojue-trial.XXXXXX)
    # shellcheck disable=SC2064  # the folder of now
    trap "rm -rf --one-file-system '$folder'" EXIT
    unshare --mount --pid --fork --kill-child --mount-proc bash "$0" --inside "$folder" "$package" &
    # shellcheck disable=SC2064  # the process of now
    trap "kill -KILL $!; sleep 1; exit 130" INT TERM
    wait $!
}

# Runs a command in the clean Debian as root, with nothing of this machine's environment but its way to the mirror.
in_root() {
    env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
        no_proxy="${no_proxy:-}" chroot "$root" "$@"
}

make_debian() {
    local mirror
    mirror=$(mirror)
    [[ -n $mirror ]] || fail "apt here has no Debian mirror"
    say "making a clean Debian ($SUITE)"
    debootstrap --variant=minbase "$SUITE" "$root" "$mirror" >"$folder/debootstrap.log" ||
        { tail -n 20 "$folder/debootstrap.log" >&2; fail "debootstrap failed"; }
    mount -t proc proc "$root/proc"
    chmod 1777 "$root/dev/shm"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    # How to fetch: proxies, certificates, dates. Nothing else of this machine's settings.
    apt-config dump | grep -E '^Acquire::(https?::|Check-|Retries )' | grep -v 'Auto-\?Detect' \
        >"$root/etc/apt/apt.conf.d/90trial" || true
    if [[ -f /etc/ssl/certs/ca-certificates.crt ]]; then
        install -D --mode=644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    fi
}

install_package() {
    say "installing $(basename "$package")"
    cp "$package" "$root/tmp/piaojue.deb"
    in_root apt-get update --quiet=2
    in_root apt-get install --yes --quiet=2 --no-install-recommends /tmp/piaojue.deb >"$folder/install.log" 2>&1 ||
        { tail -n 30 "$folder/install.log" >&2; fail "the package does not install"; }
    program=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/piaojue.desktop")
    [[ -n $program ]] || fail "the package has no desktop entry"
    local missing
    # Looked at before the trial's own tools come, which could bring what the package lacks.
    missing=$(in_root ldd "/usr/bin/$program" | grep 'not found' || true)
    [[ -z $missing ]] || fail "libraries are missing: $missing"
    check_glibc
    compgen -G "$root/usr/share/piaojue/fonts/*.otf" >/dev/null || fail "the documents' fonts are missing"
}

# The package must ask for the glibc that its program needs, so that an older system refuses it instead of failing later.
check_glibc() {
    local needed asked
    needed=$(grep --text --only-matching 'GLIBC_2\.[0-9]*' "$root/usr/bin/$program" | sort --version-sort | tail -n 1)
    # shellcheck disable=SC2016  # dpkg-query fills it in
    asked=$(in_root dpkg-query --show --showformat '${Depends}' piaojue | grep -o 'libc6 (>= [0-9.]*' | grep -o '2.*')
    in_root dpkg --compare-versions "${needed#GLIBC_}" le "$asked" ||
        fail "the program needs glibc ${needed#GLIBC_}, and the package asks for ${asked:-none}"
}

start_program() {
    say "starting $program"
    in_root apt-get install --yes --quiet=2 --no-install-recommends xvfb xdotool dbus >"$folder/tools.log" 2>&1 ||
        { tail -n 30 "$folder/tools.log" >&2; fail "the trial's tools do not install"; }
    in_root useradd --create-home trial
    in_root install --directory --mode=1777 /tmp/.X11-unix
    in_root runuser -u trial -- env HOME=/home/trial bash -c "$(declare -f wait_for_window drawn); wait_for_window \"\$@\"" \
        trial "$program" "$WINDOW" "$SECONDS_TO_START"
}

# Runs in the clean Debian as an ordinary user. A window alone could be blank: its page must be drawn too.
wait_for_window() {
    local program=$1 window=$2 limit=$3 display empty running seen='no window'
    cd ~
    exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp -fbdir ~ 2>~/xvfb.log)
    read -r -t 20 display <&3 || { cat ~/xvfb.log >&2; return 1; }
    export DISPLAY=":$display"
    empty=$(drawn)
    dbus-run-session -- "$program" >~/program.log 2>&1 &
    running=$!
    for ((SECONDS = 0; SECONDS < limit; )); do
        if xdotool search --onlyvisible --name "$window" >/dev/null 2>&1; then
            seen='a window, and nothing in it'
            if (($(drawn) > 2 * empty)); then
                kill "$running"
                return 0
            fi
        fi
        kill -0 "$running" 2>/dev/null || { seen='the program ended'; break; }
        sleep 0.5
    done
    cat ~/program.log >&2
    echo "after $SECONDS seconds: $seen" >&2
    return 1
}

# How much there is to see on the screen: the size of its picture, compressed.
drawn() {
    gzip --fast --stdout ~/Xvfb_screen0 | wc --bytes
}

# The inner half, in its own namespaces.
inside() {
    folder=$1 package=$2
    root=$folder/debian
    mkdir "$root"
    make_debian
    install_package
    start_program || fail "the program does not start"
    echo "installed and started"
}

case ${1:-} in
    --inside) inside "$2" "$3" ;;
    *) outside "$@" ;;
esac
