#!/bin/sh
# Writes config.json, and the way to Ollama where one is named, from the environment:
#   OLLAMA_URL                   an Ollama that this container reaches; the app finds it under /ollama/
#   CANDOR_HOSTS                 public names of this app under which Ollama may be used, with a space between
#   CANDOR_SERVER_URL            or the address of one that the browser reaches
#   CANDOR_SERVER_NAME           what it is called in the app
#   CANDOR_SERVER_KIND           ollama or openai
#   CANDOR_DEFAULT_MODEL
#   CANDOR_ALLOW_SERVER_CHANGES  true or false
#   CANDOR_CONFIG                or config.json as a whole
set -eu

folder=${CANDOR_FOLDER:-/tmp/candor}

fail() {
  echo "candor: $1" >&2
  exit 1
}

# A JSON string. What has a control character in it is a mistake.
quoted() {
  if [ "$(printf '%s' "$2" | tr -d '[:cntrl:]')" != "$2" ]; then fail "$1 has a line break or another control character in it"; fi
  printf '"%s"' "$(printf '%s' "$2" | sed 's/[\\"]/\\&/g')"
}

mkdir -p "$folder"
rm -f "$folder/config.json" "$folder/ollama.conf" "$folder/named.hosts"
url=${CANDOR_SERVER_URL:-}

case ${CANDOR_HOSTS:-} in
  *[!A-Za-z0-9.\ -]*) fail "CANDOR_HOSTS=$CANDOR_HOSTS is no list of names: candor.example other.example is what it takes" ;;
esac

if [ -n "${OLLAMA_URL:-}" ]; then
  ollama=${OLLAMA_URL%/}
  case $ollama in
    *[!]A-Za-z0-9.:/_[-]*) fail "OLLAMA_URL=$OLLAMA_URL is no address: http://host:port is what it takes" ;;
    http://*/*) fail "OLLAMA_URL=$OLLAMA_URL has a path: http://host:port is what it takes" ;;
    http://?*) ;;
    *) fail "OLLAMA_URL=$OLLAMA_URL is no address: http://host:port is what it takes" ;;
  esac
  for host in ${CANDOR_HOSTS:-}; do echo "$host 1;"; done | tr '[:upper:]' '[:lower:]' | sort -u >"$folder/named.hosts"
  cat >"$folder/ollama.conf" <<END
location /ollama/ {
    if (\$candor_host = 0) {
        return 403 '{"error":"Ollama is not used under this name: start the container with it in CANDOR_HOSTS"}';
    }
    proxy_pass $ollama/;
    proxy_request_buffering off;
    proxy_set_header Authorization "";
    include snippets/candor-proxy.conf;
}
END
  url=${url:-/ollama}
fi

if [ -n "${CANDOR_CONFIG:-}" ]; then
  printf '%s\n' "$CANDOR_CONFIG" >"$folder/config.json"
  exit 0
fi

changes=${CANDOR_ALLOW_SERVER_CHANGES:-true}
case $changes in true | false) ;; *) fail "CANDOR_ALLOW_SERVER_CHANGES=$changes must be true or false" ;; esac
kind=${CANDOR_SERVER_KIND:-ollama}
case $kind in ollama | openai) ;; *) fail "CANDOR_SERVER_KIND=$kind must be ollama or openai" ;; esac

# In variables first: what fails inside of a command's arguments would go unnoticed.
address=$(quoted CANDOR_SERVER_URL "$url")
name=$(quoted CANDOR_SERVER_NAME "${CANDOR_SERVER_NAME:-Ollama}")
model=$(quoted CANDOR_DEFAULT_MODEL "${CANDOR_DEFAULT_MODEL:-}")
servers=
if [ -n "$url" ]; then servers="{\"name\":$name,\"url\":$address,\"kind\":\"$kind\"}"; fi
printf '{"servers":[%s],"defaultModel":%s,"allowServerChanges":%s}\n' "$servers" "$model" "$changes" >"$folder/config.json"
