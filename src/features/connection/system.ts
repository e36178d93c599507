/** Ways in which Ollama is run, each with its own way to be told something. */
export type System = "systemd" | "hand" | "macos" | "windows" | "docker" | "compose";

export const systems: readonly System[] = ["systemd", "hand", "macos", "windows", "docker", "compose"];

/** The system that this browser runs on: most people's server is on the same computer. */
export function systemOfBrowser(userAgent: string): System {
  if (/Windows/.test(userAgent)) return "windows";
  if (/Mac OS X|Macintosh/.test(userAgent) && !/iPhone|iPad/.test(userAgent)) return "macos";
  return "systemd";
}

/** The command that sets a variable of the server and restarts it, where it can. It deletes nothing. Values hold no quotes, spaces or `%`. */
export function variableCommand(system: System, name: string, value: string): string {
  switch (system) {
    case "systemd":
      return [
        "sudo mkdir -p /etc/systemd/system/ollama.service.d",
        `printf '[Service]\\nEnvironment="${name}=${value}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/${dropInOf(name)}`,
        "sudo systemctl daemon-reload",
        "sudo systemctl restart ollama",
      ].join(" && ");
    case "hand":
      return `${name}="${value}" ollama serve`;
    case "macos":
      return `launchctl setenv ${name} "${value}" && osascript -e 'quit app "Ollama"' && sleep 3 && open -a Ollama`;
    case "windows":
      return `setx ${name} "${value}"`;
    case "docker":
      return newContainer(` -e "${name}=${value}"`);
    case "compose":
      return composeOverride(`environment:\\n      ${name}: "${value}"`);
  }
}

/** The command that lets other computers reach the server. An image of Ollama listens everywhere; what it takes is a published port. */
export function listenCommand(system: System): string {
  if (system === "docker") return newContainer();
  if (system === "compose") return composeOverride('ports:\\n      - "11434:11434"');
  return variableCommand(system, "OLLAMA_HOST", "0.0.0.0");
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
    case "compose":
      return "docker compose up -d ollama";
  }
}

/** The command that brings the newest release. */
export function updateCommand(system: System): string {
  switch (system) {
    case "systemd":
    case "hand":
      return "curl -fsSL https://ollama.com/install.sh | sh";
    case "macos":
      return "brew upgrade ollama";
    case "windows":
      return "winget upgrade Ollama.Ollama";
    case "docker":
      return `docker pull ollama/ollama\n${newContainer()}`;
    case "compose":
      return "docker compose pull ollama && docker compose up -d ollama";
  }
}

/** The command that lets a port through the computer's own firewall. */
export function firewallCommand(system: System, port: number): string {
  switch (system) {
    case "systemd":
    case "hand":
      return `sudo ufw allow ${port}/tcp`;
    case "macos":
      return "sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp /Applications/Ollama.app";
    case "windows":
      return `netsh advfirewall firewall add rule name="Ollama" dir=in action=allow protocol=TCP localport=${port}`;
    case "docker":
      return "docker port ollama";
    case "compose":
      return "docker compose port ollama 11434";
  }
}

/** Drop-ins are read in the order of their names, and the last one wins: after `override.conf`, which `systemctl edit` writes. */
function dropInOf(name: string): string {
  return `zz-${name.replace(/^OLLAMA_/, "").toLowerCase()}.conf`;
}

/** A line each, for not every shell separates commands by `;`. The container of before keeps what is in it alone. */
function newContainer(options = ""): string {
  return [
    "docker stop ollama",
    "docker rename ollama ollama-before",
    `docker run -d -p 11434:11434 -v ollama:/root/.ollama${options} --name ollama ollama/ollama`,
  ].join("\n");
}

/** Where there is an override already, by any of the names that compose takes, nothing is written and its name is printed. */
function composeOverride(lines: string): string {
  return `ls | grep 'compose\\.override\\.' || { printf 'services:\\n  ollama:\\n    ${lines}\\n' > compose.override.yaml && docker compose up -d; }`;
}
