import { existsSync, readdirSync, readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { decodeConfig, defaultConfig } from "#src/state/config.ts";

const read = (file: string) => readFileSync(`deploy/${file}`, "utf8");

type Fields = { readonly [name: string]: unknown };

function documents(file: string): Fields[] {
  return parseAllDocuments(read(file)).map((document) => {
    expect([file, document.errors, document.warnings]).toEqual([file, [], []]);
    return document.toJS();
  });
}

/** The value at a path as in "spec.template.spec.containers.0.image". */
const at = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
      value,
    );

describe("the image", () => {
  const lines = read("Dockerfile").split("\n");

  test("is described as Docker reads it", () => {
    expect(validate(read("Dockerfile"))).toEqual([]);
    expect(validate("FROM node AS build\nCOPI . .\nEXPOSE port\n").length).toBe(2);
  });

  test("copies what there is, and listens where it says", () => {
    const own = lines.filter((line) => line.startsWith("COPY ") && !line.includes("--from="));
    const sources = own.flatMap((line) =>
      line
        .split(" ")
        .slice(1, -1)
        .filter((word) => !word.startsWith("--")),
    );
    expect(sources.length).toBeGreaterThan(4);
    for (const source of sources) expect([source, existsSync(source)]).toEqual([source, true]);
    const port = /^EXPOSE (\d+)$/m.exec(read("Dockerfile"))?.[1];
    expect(read("docker/candor.conf")).toContain(`listen ${port};`);
    expect(read("compose.yaml")).toContain(`127.0.0.1:8080:${port}`);
    expect(read("kubernetes/candor.yaml")).toContain(`containerPort: ${port}`);
  });
});

test("compose: each service has an image, a health check and only keys that there are, and Ollama no port of the host", () => {
  const [compose] = documents("compose.yaml");
  const services = at(compose, "services");
  const known =
    "build cap_drop depends_on environment healthcheck image ports read_only restart security_opt tmpfs volumes";
  for (const [name, service] of Object.entries(services ?? {})) {
    expect(known.split(" ")).toEqual(expect.arrayContaining(Object.keys(service)));
    expect([name, at(service, "image") ?? at(service, "build.dockerfile")]).toEqual([
      name,
      expect.any(String),
    ]);
    expect([name, at(service, "healthcheck.test.0")]).toEqual([name, "CMD"]);
  }
  expect(Object.keys(services ?? {})).toEqual(["candor", "ollama"]);
  expect(at(services, "ollama.ports")).toBeUndefined();
  expect(
    existsSync(`deploy/${at(services, "candor.build.context")}/${at(services, "candor.build.dockerfile")}`),
  ).toBe(true);
  expect(Object.keys(at(compose, "volumes") ?? {})).toEqual(["ollama"]);
});

const needed: { readonly [kind: string]: readonly string[] } = {
  "v1 ConfigMap": ["data"],
  "v1 Secret": ["stringData"],
  "v1 Service": ["spec.selector", "spec.ports.0.port"],
  "apps/v1 Deployment": [
    "spec.selector.matchLabels.app",
    "spec.template.metadata.labels.app",
    "spec.template.spec.containers.0.name",
    "spec.template.spec.containers.0.image",
    "spec.template.spec.containers.0.ports.0.containerPort",
    "spec.template.spec.containers.0.readinessProbe.httpGet.path",
  ],
  "apps/v1 StatefulSet": [
    "spec.serviceName",
    "spec.selector.matchLabels.app",
    "spec.template.metadata.labels.app",
    "spec.template.spec.containers.0.image",
    "spec.volumeClaimTemplates.0.spec.resources.requests.storage",
  ],
  "networking.k8s.io/v1 Ingress": [
    "spec.ingressClassName",
    "spec.rules.0.http.paths.0.pathType",
    "spec.rules.0.http.paths.0.backend.service.name",
  ],
  "networking.k8s.io/v1 NetworkPolicy": ["spec.podSelector.matchLabels.app", "spec.ingress.0.from"],
};

test.each(readdirSync("deploy/kubernetes"))(
  "kubernetes/%s: what each kind needs is there, and fits",
  (file) => {
    const objects = documents(`kubernetes/${file}`);
    expect(objects.length).toBeGreaterThan(2);
    for (const object of objects) {
      const kind = `${String(object["apiVersion"])} ${String(object["kind"])}`;
      for (const path of ["metadata.name", ...(needed[kind] ?? ["a kind that this test knows"])])
        expect([kind, path, at(object, path) !== undefined]).toEqual([kind, path, true]);
      const labels = at(object, "spec.template.metadata.labels");
      if (labels !== undefined) expect(labels).toEqual(at(object, "spec.selector.matchLabels"));
    }
    const named = (kind: string) =>
      objects.filter((object) => object["kind"] === kind).map((object) => at(object, "metadata.name"));
    const apps = objects.map((object) => at(object, "spec.template.metadata.labels.app"));
    for (const object of objects) {
      const ports = [at(object, "spec.ports.0.targetPort")].filter((port) => port !== undefined);
      const of = objects.find(
        (other) => at(other, "spec.template.metadata.labels.app") === at(object, "spec.selector.app"),
      );
      if (object["kind"] === "Service") {
        expect(apps).toContain(at(object, "spec.selector.app"));
        expect([at(of, "spec.template.spec.containers.0.ports.0.name")]).toEqual(ports);
      }
      if (object["kind"] === "Ingress")
        expect(named("Service")).toContain(at(object, "spec.rules.0.http.paths.0.backend.service.name"));
      const mounts = at(object, "spec.template.spec.containers.0.volumeMounts");
      const volumes = [
        ...((at(object, "spec.template.spec.volumes") as Fields[] | undefined) ?? []),
        ...((at(object, "spec.volumeClaimTemplates") as Fields[] | undefined) ?? []).map(
          (claim) => claim["metadata"] as Fields,
        ),
      ].map((volume) => volume["name"]);
      for (const mount of (mounts as Fields[] | undefined) ?? []) expect(volumes).toContain(mount["name"]);
    }
  },
);

test("nginx: what leads to a server knows its own names alone, and asks nobody twice for what may not be", () => {
  const forms = readdirSync("deploy/nginx").filter((name) => name.endsWith(".conf"));
  expect(forms.length).toBeGreaterThan(3);
  for (const name of forms) {
    const text = read(`nginx/${name}`);
    expect([name, text.includes("include snippets/candor-others.conf;")]).toEqual([
      name,
      text.includes("proxy_pass"),
    ]);
    expect([name, text.includes("non_idempotent")]).toEqual([name, false]);
    expect([name, text.includes("listen [::]:80;")]).toEqual([name, true]);
  }
});

test("gateways: LiteLLM has one name for several machines, Ray Serve an application", () => {
  const [litellm] = documents("gateways/litellm.yaml");
  const models = at(litellm, "model_list") as Fields[];
  expect(new Set(models.map((model) => model["model_name"])).size).toBe(1);
  expect(new Set(models.map((model) => at(model, "litellm_params.api_base"))).size).toBe(models.length);
  expect(at(litellm, "general_settings.master_key")).toMatch(/^os\.environ\//);
  const [ray] = documents("gateways/ray-serve.yaml");
  expect(at(ray, "applications.0.import_path")).toBe("ray.serve.llm:build_openai_app");
  expect(at(ray, "applications.0.args.llm_configs.0.model_loading_config.model_id")).toEqual(
    expect.any(String),
  );
});

function configMap(objects: readonly Fields[]): string {
  const data = objects.map((object) => object["data"]).find((found) => found !== undefined);
  return String((data as Fields)["config.json"]);
}

const configs = {
  ...Object.fromEntries(
    readdirSync("deploy/nginx")
      .filter((name) => name.endsWith(".config.json"))
      .map((name) => [name, read(`nginx/${name}`)]),
  ),
  ...Object.fromEntries(
    readdirSync("deploy/nginx")
      .filter((name) => name.endsWith(".conf"))
      .flatMap((name) =>
        [...read(`nginx/${name}`).matchAll(/^# (\{"servers".*\})$/gm)].map(([, json = ""]) => [name, json]),
      ),
  ),
  "kubernetes/candor.yaml": configMap(documents("kubernetes/candor.yaml")),
};

test.each(Object.entries(configs))("the configuration of %s is one that the app takes", (_file, text) => {
  const { config, fault } = decodeConfig(JSON.parse(text), "https://candor.example/");
  expect(fault).toBeUndefined();
  expect(config).not.toEqual(defaultConfig);
  for (const { url, name, kind } of config.servers) {
    expect(url).toMatch(/^https:\/\/candor\.example\/./);
    expect(name).toBeTruthy();
    expect(["ollama", "openai"]).toContain(kind);
  }
});
