/** A language that can be coloured: how its files end, and the other names that people write. */
interface Language {
  readonly file: string;
  readonly aliases: string;
}

const language = (file: string, aliases = ""): Language => ({ file, aliases });

/** By the name of the grammar. `file` is an ending, or a whole name where it begins with a capital. */
const languages = {
  asm: language("asm", "assembly nasm x86asm s"),
  astro: language("astro"),
  bat: language("bat", "batch cmd dos"),
  c: language("c", "h"),
  clojure: language("clj", "clj cljs edn"),
  cmake: language("cmake"),
  "common-lisp": language("lisp", "lisp cl elisp emacs-lisp"),
  cpp: language("cpp", "c++ cc cxx hpp hh hxx h++ cu cuda arduino ino"),
  csharp: language("cs", "c# cs dotnet"),
  css: language("css"),
  dart: language("dart"),
  diff: language("diff", "patch udiff"),
  docker: language("Dockerfile", "dockerfile containerfile"),
  dotenv: language("env", "env"),
  elixir: language("ex", "ex exs"),
  elm: language("elm"),
  erlang: language("erl", "erl hrl"),
  fish: language("fish"),
  "fortran-free-form": language("f90", "fortran f90 f95 f03 f08"),
  fsharp: language("fs", "f# fs fsx"),
  gdscript: language("gd", "gd godot"),
  glsl: language("glsl", "frag vert shader"),
  go: language("go", "golang"),
  graphql: language("graphql", "gql"),
  groovy: language("groovy", "gradle jenkinsfile"),
  handlebars: language("hbs", "hbs mustache"),
  haskell: language("hs", "hs"),
  hcl: language("hcl"),
  html: language("html", "htm xhtml svg"),
  http: language("http"),
  ini: language("ini", "cfg conf config properties desktop editorconfig gitconfig"),
  java: language("java"),
  javascript: language("js", "js mjs cjs node nodejs ecmascript"),
  jinja: language("jinja", "jinja2 j2 django"),
  json: language("json", "jsonl ndjson geojson webmanifest ipynb"),
  json5: language("json5"),
  jsonc: language("jsonc", "tsconfig"),
  jsx: language("jsx"),
  julia: language("jl", "jl"),
  kotlin: language("kt", "kt kts"),
  latex: language("tex", "tex ltx"),
  less: language("less"),
  lua: language("lua"),
  make: language("Makefile", "makefile mk gnumake"),
  markdown: language("md", "md mkd mdown readme"),
  matlab: language("m", "octave"),
  mermaid: language("mmd", "mmd"),
  nginx: language("conf", "nginxconf"),
  nim: language("nim"),
  nix: language("nix"),
  "objective-c": language("m", "objc objectivec obj-c"),
  "objective-cpp": language("mm", "objc++ objcpp objective-c++ mm"),
  ocaml: language("ml", "ml mli"),
  pascal: language("pas", "delphi pas objectpascal"),
  perl: language("pl", "pl pm"),
  php: language("php", "php7 php8 phtml"),
  powershell: language("ps1", "ps1 ps pwsh psm1 psd1"),
  prisma: language("prisma"),
  prolog: language("pro", "swipl"),
  protobuf: language("proto", "proto proto3 protocol-buffers"),
  python: language("py", "py py3 python3 pyi pycon gyp bzl"),
  r: language("r", "rlang rscript"),
  ruby: language("rb", "rb gemfile rake jruby"),
  rust: language("rs", "rs"),
  sass: language("sass"),
  scala: language("scala", "sc sbt"),
  scheme: language("scm", "scm rkt racket"),
  scss: language("scss"),
  shellscript: language("sh", "sh bash zsh shell ksh dash"),
  shellsession: language("txt", "console terminal session sh-session bash-session shell-session"),
  solidity: language("sol", "sol"),
  sql: language("sql", "mysql postgres postgresql psql pgsql sqlite mariadb tsql plsql mssql duckdb"),
  svelte: language("svelte"),
  swift: language("swift"),
  systemd: language("service", "service"),
  terraform: language("tf", "tf tfvars opentofu"),
  toml: language("toml"),
  tsx: language("tsx"),
  typescript: language("ts", "ts mts cts deno"),
  vb: language("vb", "vbnet vb.net visualbasic visual-basic vba"),
  verilog: language("v", "systemverilog sv"),
  viml: language("vim", "vim vimscript"),
  vue: language("vue"),
  wasm: language("wat", "wat wast webassembly"),
  wgsl: language("wgsl"),
  xml: language("xml", "xsd xsl xslt rss atom plist xaml csproj pom"),
  yaml: language("yaml", "yml docker-compose compose openapi"),
  zig: language("zig"),
} as const satisfies Record<string, Language>;

export type GrammarName = keyof typeof languages;

export const grammarNames = Object.keys(languages) as readonly GrammarName[];

const byName = new Map<string, GrammarName>(
  grammarNames.flatMap((name) =>
    [name, ...languages[name].aliases.split(" ")]
      .filter((alias) => alias !== "")
      .map((alias) => [alias, name] as const),
  ),
);

/** The grammar for a language as people write it; undefined for plain text and for what nobody knows. */
export function grammarOf(written: string): GrammarName | undefined {
  return byName.get(written.toLowerCase());
}

/** Names that say themselves how a file ends, which is not how those of their grammar do. */
const endings = new Set(
  "csv tsv log svg h hpp hh hxx cu ino rkt patch jsonl ndjson geojson ipynb plist xsd xslt ics srt tfvars".split(
    " ",
  ),
);

/** The name of a file with code of this language, which was `written` so. */
export function fileNameOf(grammar: GrammarName | undefined, written = ""): string {
  const name = written.toLowerCase();
  if (endings.has(name)) return `code.${name}`;
  const file = grammar === undefined ? "txt" : languages[grammar].file;
  return /^[A-Z]/.test(file) ? file : `code.${file}`;
}
