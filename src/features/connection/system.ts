/** Ways in which Ollama is run, each with its own way to be told something. */
export type System = "systemd" | "macos" | "windows" | "docker" | "hand";

export const systems: readonly System[] = ["systemd", "macos", "windows", "docker", "hand"];

/** The system that this browser runs on: most people's server is on the same computer. */
export function systemOfBrowser(userAgent: string): System {
  if (/Windows/.test(userAgent)) return "windows";
  if (/Mac OS X|Macintosh/.test(userAgent) && !/iPhone|iPad/.test(userAgent)) return "macos";
  return "systemd";
}

/** The command that lets pages of an origin in and restarts the server, for each system. */
export function originCommand(system: System, origin: string): string {
  switch (system) {
    case "systemd":
      return [
        "sudo mkdir -p /etc/systemd/system/ollama.service.d",
        `printf '[Service]\\nEnvironment="OLLAMA_ORIGINS=${origin}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/origins.conf`,
        "sudo systemctl daemon-reload",
        "sudo systemctl restart ollama",
      ].join(" && ");
    case "macos":
      return `launchctl setenv OLLAMA_ORIGINS "${origin}" && osascript -e 'quit app "Ollama"' && sleep 3 && open -a Ollama`;
    case "windows":
      return `setx OLLAMA_ORIGINS "${origin}"`;
    case "docker":
      return `docker rm -f ollama; docker run -d -p 11434:11434 -v ollama:/root/.ollama -e OLLAMA_ORIGINS=${origin} --name ollama ollama/ollama`;
    case "hand":
      return `OLLAMA_ORIGINS=${origin} ollama serve`;
  }
}

/** The command that starts an installed server, for each system. */
export function startCommand(system: System): string {
  switch (system) {
    case "systemd":
      return "sudo systemctl start ollama";
    case "macos":
      return "open -a Ollama";
    case "windows":
    case "hand":
      return "ollama serve";
    case "docker":
      return "docker start ollama";
  }
}
