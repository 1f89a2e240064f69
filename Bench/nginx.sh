#!/usr/bin/env bash
# httpprobe against nginx, side by side on this machine: requests a second, requests a second of processor time, and the 99th
# percentile, as the median of several short rounds that alternate between both.
#
#     Bench/nginx.sh [PATH-TO-HTTPPROBE]
#
# SECONDS_EACH (3) and ROUNDS (3) may be set. nginx has two workers and no access log; both serve files of the same size.
set -euo pipefail
binary=${1:-.build/release/httpprobe}
seconds=${SECONDS_EACH:-3}
rounds=${ROUNDS:-3}
folder=$(mktemp -d)
nginx_port=18110
probe_port=18111
probe_pid=
cleanup() {
    [ -z "$probe_pid" ] || kill "$probe_pid" 2>/dev/null || true
    [ ! -f "$folder/nginx.pid" ] || kill "$(cat "$folder/nginx.pid")" 2>/dev/null || true
    sleep 0.3
    rm -rf "$folder"
}
trap cleanup EXIT

mkdir "$folder/www"
head -c 16384 /dev/zero | tr '\0' a >"$folder/www/16k.html"
head -c 10485760 /dev/zero >"$folder/www/10m.bin"
chmod -R a+rX "$folder"
cat >"$folder/nginx.conf" <<CONF
worker_processes 2;
pid $folder/nginx.pid;
error_log $folder/error.log;
events { worker_connections 4096; }
http {
    access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; open_file_cache max=100;
    keepalive_requests 100000000; keepalive_timeout 65; types { text/html html; }
    client_body_temp_path $folder/a; proxy_temp_path $folder/b; fastcgi_temp_path $folder/c;
    uwsgi_temp_path $folder/d; scgi_temp_path $folder/e;
    server {
        listen 127.0.0.1:$nginx_port backlog=4096;
        root $folder/www;
        location = /small { default_type text/plain; return 200 "hello\n"; }
    }
}
CONF
nginx=$(command -v nginx || echo /usr/sbin/nginx)
"$nginx" -c "$folder/nginx.conf" -p "$folder"
"$binary" --port $probe_port --loops 2 --public "$folder/www" >/dev/null &
probe_pid=$!
sleep 0.5
nginx_pids=$(pgrep -P "$(cat "$folder/nginx.pid")" | tr '\n' ' ')
cat >"$folder/pipeline.lua" <<'LUA'
init = function(args)
    local one = wrk.format(nil, wrk.path)
    request_text = string.rep(one, 16)
end
request = function() return request_text end
LUA

# Processor time so far, in hundredths of a second.
processor() {
    local total=0 pid
    for pid in $*; do total=$((total + $(sed 's/.*) //' "/proc/$pid/stat" | awk '{print $12 + $13}'))); done
    echo "$total"
}

# measure PIDS ARGUMENTS…: "requests-a-second requests-a-processor-second p99"
measure() {
    local pids=$1 before after out
    shift
    before=$(processor $pids)
    out=$(wrk -t1 -d"${seconds}s" --latency "$@")
    after=$(processor $pids)
    if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then echo "$out" >&2; fi
    awk -v spent=$((after - before)) '
        / requests in /{requests = $1} /Requests\/sec/{rate = $2} $1 == "99%"{p99 = $2}
        END{printf "%.0f %.0f %s\n", rate, requests * 100 / (spent > 0 ? spent : 1), p99}' <<<"$out"
}

median() { sort -n | awk '{values[NR] = $1} END{print values[int((NR + 1) / 2)]}'; }

row() {
    local name=$1 nginx_target=$2 probe_target=$3 theirs="" ours=""
    shift 3
    for _ in $(seq "$rounds"); do
        theirs+=$(measure "$nginx_pids" "$@" "http://127.0.0.1:$nginx_port$nginx_target")$'\n'
        ours+=$(measure "$probe_pid" "$@" "http://127.0.0.1:$probe_port$probe_target")$'\n'
    done
    local their_rate our_rate their_cost our_cost
    their_rate=$(cut -d' ' -f1 <<<"${theirs%$'\n'}" | median)
    our_rate=$(cut -d' ' -f1 <<<"${ours%$'\n'}" | median)
    their_cost=$(cut -d' ' -f2 <<<"${theirs%$'\n'}" | median)
    our_cost=$(cut -d' ' -f2 <<<"${ours%$'\n'}" | median)
    printf '| %s | %s | %s | %.2f | %.2f | %s | %s |\n' "$name" "$their_rate" "$our_rate" \
        "$(awk "BEGIN{print $our_rate / $their_rate}")" "$(awk "BEGIN{print $our_cost / $their_cost}")" \
        "$(tail -1 <<<"${theirs%$'\n'}" | cut -d' ' -f3)" "$(tail -1 <<<"${ours%$'\n'}" | cut -d' ' -f3)"
}

echo '| work | nginx/s | httpprobe/s | ratio | ratio by processor time | nginx p99 | httpprobe p99 |'
echo '| --- | --- | --- | --- | --- | --- | --- |'
row 'fixed small answer, -c32' /small / -c32
row 'cached page of 16 KB against a file of 16 KB, -c32' /16k.html /cached -c32
row 'static file of 16 KB, -c32' /16k.html /static/16k.html -c32
row 'static file of 10 MB, -c8' /10m.bin /static/10m.bin -c8
row 'pipelined x16 small answers, -c32' /small / -c32 -s "$folder/pipeline.lua"
row 'cached page of 16 KB, 1,000 connections' /16k.html /cached -c1000
