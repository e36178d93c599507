/**
 * What a proxy has to be told: Ollama's Host, preflights past the login, paths as they are, streams as they come, no Origin, and
 * headers for the browser only once.
 */
export type ProxyNeed = "host" | "options" | "paths" | "stream" | "origin" | "once";

type Lines = readonly (readonly [name: string, lines: string])[];

const needs: Readonly<Record<Exclude<ProxyNeed, "paths">, Lines>> = {
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
  once: [
    ["nginx", "proxy_hide_header Access-Control-Allow-Origin;"],
    ["Caddy", "reverse_proxy localhost:11434 {\n  header_down -Access-Control-Allow-Origin\n}"],
  ],
};

/** The lines for each proxy, the most common first. `path` is that of the server's address, without a slash at its end. */
export function proxyLines(need: ProxyNeed, path = ""): Lines {
  if (need !== "paths") return needs[need];
  return [
    ["nginx", `location ${path}/ {\n  proxy_pass http://127.0.0.1:11434/;\n}`],
    ["Caddy", `handle_path ${path}/* {\n  reverse_proxy localhost:11434\n}`],
    ["Apache", `ProxyPass ${path}/ http://127.0.0.1:11434/`],
  ];
}
