import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { defaultModels } from "./fake-models.ts";
import { OriginRules } from "./ollama/access.ts";
import { dispatch } from "./ollama/dispatch.ts";
import { Exchange } from "./ollama/exchange.ts";
import { type FakeModel, nameOf } from "./ollama/model.ts";
import { type PullScenario, type PushScenario, Registry } from "./ollama/registry.ts";
import type { Choice } from "./ollama/scenario.ts";
import {
  type Account,
  defaultRules,
  type Rules,
  type ScriptOptions,
  ServerState,
} from "./ollama/server-state.ts";
import { practiceModels, practicePulls, practiceReply } from "./practice.ts";
import { pullScenarios } from "./pull-scenarios.ts";
import { scenarios } from "./scenarios.ts";

export interface FakeOllamaOptions extends Partial<Rules> {
  /** 0 or nothing: any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly models?: readonly FakeModel[];
  /** What can be pulled, by name. */
  readonly registry?: Readonly<Record<string, PullScenario>>;
  /** How a name that the registry does not list is pulled. */
  readonly anyPull?: PullScenario;
  /** 10 makes every wait ten times shorter. */
  readonly speed?: number;
  /** Believable models that answer by what is asked, for trying the client without Ollama. */
  readonly practice?: boolean;
}

/** A request as it arrived, and what became of it. */
interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
  readonly at: number;
  /** The client left before the answer was complete. */
  aborted: boolean;
  /** The answer is complete, or the client has left. */
  ended: boolean;
  /** 0 until the first header is sent. */
  status: number;
}

export interface FakeOllama {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  readonly registry: Registry;
  /** Without preflights. */
  requestsTo(path: string): readonly RecordedRequest[];
  /** The next reply, or those that the options name. Scripts are used in the order they were given. */
  script(choice: Choice, options?: ScriptOptions): void;
  scriptPull(pull: PullScenario, times?: number): void;
  scriptPush(push: PushScenario): void;
  /** Who the server is at ollama.com from now on. */
  setAccount(account: Account): void;
  unscript(): void;
  setModels(models: readonly FakeModel[]): void;
  modelNames(): readonly string[];
  namesInMemory(): readonly string[];
  unloadAll(): void;
  /** Drops the blobs of no model, as a start of Ollama does. */
  pruneBlobs(): void;
  /** Lets every reply go on that waits at a `pause`. */
  release(): void;
  /** How many replies wait at a `pause`. */
  readonly paused: number;
  /** Lets go of the connections on which nothing is asked now; those that a request had and that are still there. */
  connectionsInUse(): number;
  /** Drops all connections; from then on they are refused. */
  close(): Promise<void>;
  /** Listens again on the same port. Nothing is in memory, as after a real restart. */
  restart(): Promise<void>;
}

export async function startFakeOllama(options: FakeOllamaOptions = {}): Promise<FakeOllama> {
  const server = new RunningServer(options);
  await server.listen(options.port ?? 0);
  return server;
}

class RunningServer implements FakeOllama {
  readonly requests: RecordedRequest[] = [];
  readonly #state: ServerState;
  readonly #origins: OriginRules;
  readonly #host: string;
  /** Connections that a request came over; browsers open some ahead. */
  readonly #asked = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(options: FakeOllamaOptions) {
    const { practice = false, host = "127.0.0.1" } = options;
    const fallback: Choice = practice ? practiceReply : scenarios.plain;
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const rules: Rules = { ...defaultRules, hostCheck: isLoopback(host), does: fallback, ...given };
    const pulls = practice ? practicePulls : { listed: {}, other: pullScenarios.missing };
    const registry = new Registry(options.registry ?? pulls.listed, options.anyPull ?? pulls.other);
    const models = options.models ?? (practice ? practiceModels : defaultModels);
    this.#host = host;
    this.#origins = new OriginRules(rules.origins);
    this.#state = new ServerState(rules, options.speed ?? 1, models, registry);
  }

  get url(): string {
    return `http://${this.#host === "0.0.0.0" ? "127.0.0.1" : this.#host}:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get registry(): Registry {
    return this.#state.registry;
  }

  get paused(): number {
    return this.#state.paused;
  }

  requestsTo(path: string): readonly RecordedRequest[] {
    return this.requests.filter((request) => request.path === path && request.method !== "OPTIONS");
  }

  script(choice: Choice, options?: ScriptOptions): void {
    this.#state.script(choice, options);
  }

  scriptPull(pull: PullScenario, times?: number): void {
    this.#state.scriptPull(pull, times);
  }

  scriptPush(push: PushScenario): void {
    this.#state.scriptPush(push);
  }

  setAccount(account: Account): void {
    this.#state.account = account;
  }

  unscript(): void {
    this.#state.unscript();
  }

  setModels(models: readonly FakeModel[]): void {
    this.#state.store.replaceAll(models);
  }

  modelNames(): readonly string[] {
    return this.#state.store.list().map(nameOf);
  }

  namesInMemory(): readonly string[] {
    return this.#state.scheduler.inMemory().map(({ model }) => nameOf(model));
  }

  unloadAll(): void {
    this.#state.scheduler.unloadAll();
  }

  pruneBlobs(): void {
    this.#state.store.prune();
  }

  release(): void {
    this.#state.release();
  }

  connectionsInUse(): number {
    this.#server?.closeIdleConnections();
    return this.#asked.size;
  }

  async listen(port: number): Promise<void> {
    const server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing));
    // Ollama sets no time limits of its own.
    Object.assign(server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, this.#host, resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#state.scheduler.unloadAll();
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async restart(): Promise<void> {
    await this.close();
    await this.listen(this.#port);
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { socket } = incoming;
    if (!this.#asked.has(socket)) {
      this.#asked.add(socket);
      socket.once("close", () => this.#asked.delete(socket));
    }
    const body = await bodyOf(incoming);
    if (body === undefined) return;
    const exchange = new Exchange(incoming, outgoing, body);
    const record: RecordedRequest = {
      method: exchange.method,
      path: exchange.path,
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: parsed(body),
      at: Date.now(),
      aborted: false,
      ended: false,
      status: 0,
    };
    this.requests.push(record);
    outgoing.once("close", () => {
      record.aborted = !outgoing.writableFinished;
      record.ended = true;
      record.status = outgoing.headersSent ? outgoing.statusCode : 0;
    });
    try {
      await dispatch(exchange, this.#state, this.#origins);
    } catch (error) {
      if (exchange.gone.aborted) return;
      // A mistake of this server, not of its client: it has to be seen.
      console.error(`${record.method} ${record.path}:`, error);
      outgoing.destroy();
    }
  }
}

/** Nothing, if the client leaves while it still sends. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  try {
    return Buffer.concat(await incoming.toArray());
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function parsed(body: Buffer): unknown {
  const text = body.toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? undefined : text;
  }
}
