#!/bin/sh
# Makes target/switchboard: the program with a Java of its own and an archive of classes that makes it start fast.
# Called by mvn package -Pbundle. Needs a JDK 25 (JAVA25_HOME, JAVA_HOME or /usr/lib/jvm).
set -eu
cd "$(dirname "$0")/../.."

jdk() {
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$home/bin/jlink" ] && grep -q '^JAVA_VERSION="\(2[5-9]\|[3-9][0-9]\)' "$home/release" 2>/dev/null; then
      echo "$home"; return
    fi
  done
  echo "bundle: no JDK 25 or newer was found: point JAVA25_HOME at one" >&2; exit 1
}
home=$(jdk)
out=target/switchboard
rm -rf "$out"; mkdir -p "$out/app/lib" "$out/bin"

# java.rmi and java.desktop are what Quartz and the pictures refer to; localedata is for Chinese and Korean.
"$home/bin/jlink" --output "$out/runtime" --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 \
  --add-modules java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.security.jgss,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
  --include-locales en,zh,ko
cp target/switchboard.jar "$out/app/"
cp target/lib/*.jar "$out/app/lib/"
cp -R bot-config "$out/bot-config"
cp LICENSE README.md CHANGELOG.md "$out/"
cp -R docs "$out/docs"
cp src/dist/switchboard "$out/bin/switchboard"
cp src/dist/switchboard.service "$out/"
chmod 755 "$out/bin/switchboard"

# A training run, with nothing of this machine's: with both platforms and an account as the tests play them, where the tests are compiled
# (-DskipTests compiles them, -Dmaven.test.skip does not), else the sandbox; until it is ready and has shown its pages. Only classes are
# kept: with what was compiled, too, a start compiles thousands of methods that an idle process never calls (9 MB), and warns of stubs.
classes="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTStubCaching -XX:-AOTAdapterCaching"
train=$(mktemp -d)
ground=
trap 'kill $ground 2>/dev/null; rm -rf "$train"' EXIT
bundle=$(cd "$out" && pwd)

# Waits until a file has these words, as long as that process lives.
await() {
  n=0
  until grep -q "$1" "$2" 2>/dev/null; do
    n=$((n + 1))
    [ $n -lt 240 ] && kill -0 "$3" 2>/dev/null || { cat "$2" >&2; exit 1; }
    sleep 0.5
  done
}
mkfifo "$train/until"
if [ -n "${1:-}" ] && [ -f target/test-classes/io/switchboard/bench/TrainingGround.class ]; then
  "$home/bin/java" -Xmx256m -cp "$1" io.switchboard.bench.TrainingGround "$train" < "$train/until" > "$train/ground" 2>&1 &
  ground=$!
  exec 9> "$train/until"
  await . "$train/switchboard.yaml" $ground
else
  echo "web: {port: 0}" > "$train/switchboard.yaml"
fi
(cd "$train" && exec env -i PATH="$PATH" SWITCHBOARD_JAVA_OPTS="-XX:AOTCacheOutput=$bundle/app/switchboard.aot $classes" \
  "$bundle/bin/switchboard" run --config "$train" > log 2>&1) &
pid=$!
await 'ready in' "$train/log" $pid
[ -z "$ground" ] || await connected "$train/ground" $ground
if command -v curl > /dev/null; then
  address=$(sed -n 's/.*ready in [^:]*: \(http[^ ]*\).*/\1/p' "$train/log" | head -1)
  for page in / /sandbox /healthz /readyz /metrics /gallery; do curl -s -o /dev/null "$address$page" || true; done
fi
# What it does when the start is over (GiveBack) is learnt, too.
sleep 6
kill -TERM $pid
wait $pid || true
[ -s "$bundle/app/switchboard.aot" ] || { cat "$train/log" >&2; echo "bundle: the archive was not made" >&2; exit 1; }
# Read as it was written, in large pieces, all of it would be in memory from the first touch; a copy is read page by page, as after a reboot.
cp "$out/app/switchboard.aot" "$train/copy" && cp "$train/copy" "$out/app/switchboard.aot"
# What writes the archive sets the time of its own; jars keep theirs, by which they are known again.
echo "bundle: $out ($(du -sh "$out" | cut -f1))"
