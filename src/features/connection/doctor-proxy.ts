/** What a proxy has to be told: Ollama's Host, preflights past the login, paths as they are, and streams as they come. */
export type ProxyNeed = "host" | "options" | "paths" | "stream" | "origin";

type Lines = readonly (readonly [name: string, lines: string])[];

const needs: Readonly<Record<ProxyNeed, Lines>> = {
  host: [
    ["nginx", "proxy_set_header Host localhost:11434;"],
    ["Caddy", "reverse_proxy localhost:11434 {\n  header_up Host localhost:11434\n}"],
    ["Apache", "ProxyPreserveHost Off"],
    ["ngrok", 'ngrok http 11434 --host-header="localhost:11434"'],
    ["cloudflared", 'cloudflared tunnel --url http://localhost:11434 --http-host-header "localhost:11434"'],
  ],
  options: [
    [
      "nginx",
      'location / {\n  limit_except OPTIONS {\n    auth_basic "Ollama";\n    auth_basic_user_file /etc/nginx/ollama.htpasswd;\n  }\n  proxy_pass http://127.0.0.1:11434;\n}',
    ],
    [
      "Caddy",
      "@asks not method OPTIONS\nbasic_auth @asks {\n  user hashed-password\n}\nreverse_proxy localhost:11434",
    ],
    ["Apache", "<LimitExcept OPTIONS>\n  Require valid-user\n</LimitExcept>"],
  ],
  paths: [
    ["nginx", "location / {\n  proxy_pass http://127.0.0.1:11434;\n}"],
    ["Caddy", "reverse_proxy localhost:11434"],
    ["Apache", "ProxyPass / http://127.0.0.1:11434/"],
  ],
  stream: [
    ["nginx", "proxy_buffering off;"],
    ["Caddy", "reverse_proxy localhost:11434 {\n  flush_interval -1\n}"],
    ["Apache", "ProxyPass / http://127.0.0.1:11434/ flushpackets=on"],
  ],
  origin: [
    ["nginx", 'proxy_set_header Origin "";'],
    ["Caddy", "reverse_proxy localhost:11434 {\n  header_up -Origin\n}"],
    ["Apache", "RequestHeader unset Origin"],
  ],
};

/** The lines for each proxy, the most common first. */
export function proxyLines(need: ProxyNeed): Lines {
  return needs[need];
}
