#!/usr/bin/env bash
# Builds what is missing and runs initbench. Without arguments: the quick study.
#
#   ./run-benchmarks.sh                  train, analyse and answer: the quick study
#   ./run-benchmarks.sh --help           every command
#   ./run-benchmarks.sh verify BUNDLE    one of them
#   ./run-benchmarks.sh peers            how long other libraries take for the same networks
#
# Relative paths are relative to the folder in which this is called.
#
# INITBENCH_CLASSPATH: jars and folders with initializers of your own, separated by colons.
set -euo pipefail

# A link to this file, from a folder on the PATH, leads here as well.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  link=$(readlink "$script")
  case $link in
    /*) script=$link ;;
    *) script=$(dirname -- "$script")/$link ;;
  esac
done
root=$(cd -- "$(dirname -- "$script")" && pwd -P)

# The peers have sources, a Maven profile and a folder of their own; what the other commands run is left alone.
if [ "${1:-}" = peers ]; then
  target=$root/benchmarks/target/peers
  sources=("$root/benchmarks/src/main" "$root/benchmarks/src/peers")
  profile=-Ppeers
  download=450
else
  target=$root/benchmarks/target
  sources=("$root/benchmarks/src/main")
  profile=
  download=300
fi
jar=$target/benchmarks.jar
stamp=$target/built-from

fail() {
  printf 'initbench: %s\n' "$1" >&2
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
  else
    java=$(command -v java) || fail 'no java found; a JDK of version 17 or newer is needed (or set JAVA_HOME)'
  fi
  local text
  text=$("$java" -version 2>&1) || fail "$java does not run: $text"
  java_version=$(printf '%s\n' "$text" | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
  [ -n "$java_version" ] || fail "the version of $java cannot be read from: $text"
  [ "$java_version" -ge 17 ] || fail "$java is version $java_version; a JDK of version 17 or newer is needed (or set JAVA_HOME)"
}

# True if the jar is missing or a source is newer than the start of the last build.
needs_build() {
  [ -f "$jar" ] && [ -d "$target/lib" ] && [ -f "$stamp" ] || return 0
  local newer
  newer=$(find "$root/pom.xml" "$root/.mvn" "$root/src/pom.xml" "$root/src/main" \
    "$root/reports/method.md" "$root/benchmarks/studies/hypotheses.yaml" \
    "$root/benchmarks/pom.xml" "${sources[@]}" -newer "$stamp" 2>/dev/null | head -n 1) || true
  [ -n "$newer" ]
}

build() {
  command -v mvn >/dev/null || fail 'no mvn found; Maven 3.8.1 or newer is needed to build'
  case $("$java" --list-modules) in
    *jdk.compiler*) ;;
    *) fail "$java has no compiler; a JDK is needed to build, not only a Java runtime" ;;
  esac
  printf 'initbench: building; the first build downloads about %s MB\n' "$download" >&2
  mkdir -p -- "$target"
  local log=$target/build.log next=$stamp.next
  : >"$next"
  if ! (cd -- "$root" && mvn -q -B -ntp package -Dmaven.test.skip.exec=true -Dspotless.check.skip=true $profile) >"$log" 2>&1; then
    cat -- "$log" >&2
    fail "the build failed; its messages are above and in $log"
  fi
  mv -- "$next" "$stamp"
}

# What makes results the same to the last bit on every machine of a kind. Kernels that the user chooses are kept, and
# recorded; more than one thread an operation is never right.
set_environment() {
  if [ "${OMP_NUM_THREADS:-1}" != 1 ]; then
    printf 'initbench: OMP_NUM_THREADS=%s is set to 1, so that results do not depend on it\n' "$OMP_NUM_THREADS" >&2
  fi
  export OMP_NUM_THREADS=1
  case $(uname -m) in
    x86_64 | amd64) export OPENBLAS_CORETYPE="${OPENBLAS_CORETYPE:-Haswell}" ;;
  esac
}

# The libraries without ND4J and JMH: analysing a bundle must never need them.
analysis_class_path() {
  local library class_path=
  for library in "$target"/lib/*.jar; do
    case ${library##*/} in
      nd4j* | javacpp* | openblas* | mkl* | jmh* | *-1.0.0-M*.jar) ;;
      *) class_path=$class_path${class_path:+:}$library ;;
    esac
  done
  printf '%s' "$class_path"
}

# Where the user's own initializers are; a path that leads nowhere would silently leave them out.
check_own_class_path() {
  local entry entries
  IFS=: read -r -a entries <<<"${INITBENCH_CLASSPATH:-}"
  for entry in ${entries[@]+"${entries[@]}"}; do
    case $entry in
      '' | *'*') ;;
      *) [ -e "$entry" ] || fail "INITBENCH_CLASSPATH names $entry, which does not exist" ;;
    esac
  done
}

# The first argument that is not an option.
command_of() {
  local argument
  for argument in "$@"; do
    case $argument in
      -*) ;;
      *)
        printf '%s' "$argument"
        return
        ;;
    esac
  done
}

find_java
if needs_build; then
  build
fi
set_environment
check_own_class_path
own=${INITBENCH_CLASSPATH:+:$INITBENCH_CLASSPATH}

[ $# -gt 0 ] || set -- run quick
options=(
  "-Dinitbench.home=$root"
  "-Dinitbench.terminal=$([ -t 2 ] && echo true || echo false)"
  "-Dinitbench.output.terminal=$([ -t 1 ] && echo true || echo false)"
)
if [ "$java_version" -ge 24 ]; then
  options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
fi

# What ends within seconds is best served by the quick compiler and the simple collector: half of its time would go into the others.
short=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)

# Training needs the whole class path; help without a command goes there, too, so that it lists every command.
case $(command_of "$@") in
  peers) exec "$java" "${options[@]}" -cp "$jar" org.initbench.benchmarks.peers.PeerTable "${@:2}" ;;
  analyze | list | merge | verify) exec "$java" "${short[@]}" "${options[@]}" -cp "$(analysis_class_path)$own" org.initbench.cli.Initbench "$@" ;;
  *) exec "$java" "${options[@]}" -cp "$jar$own" org.initbench.benchmarks.Main "$@" ;;
esac
