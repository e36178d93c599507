// The least that a page can do to show a streamed reply: one text node, one update a frame, no markdown.
const server = new URLSearchParams(location.search).get("server");
const main = document.querySelector("main");
const box = document.querySelector("textarea");

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  const question = box.value;
  box.value = "";
  void ask(question);
});

async function ask(question) {
  const article = document.createElement("article");
  const body = document.createElement("div");
  const text = document.createTextNode("");
  article.dataset.status = "streaming";
  body.dataset.part = "body";
  body.append(text);
  article.append(body);
  main.append(article);

  let arrived = "";
  let isAsked = false;
  function show() {
    isAsked = false;
    text.appendData(arrived);
    arrived = "";
    main.scrollTop = main.scrollHeight;
  }

  const response = await fetch(`${server}/v1/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      model: "llama3.2:latest",
      messages: [{ role: "user", content: question }],
      stream: true,
    }),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith("data: {")) continue;
      arrived += JSON.parse(line.slice("data: ".length)).choices[0]?.delta?.content ?? "";
    }
    if (arrived === "" || isAsked) continue;
    isAsked = true;
    requestAnimationFrame(show);
  }
  article.dataset.status = "done";
}
