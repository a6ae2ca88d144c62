// Another server in the same buffer, over standard input and output: it has the same card for every place, a remark on the first line,
// and the same offer everywhere.
const answers = {
  initialize: { capabilities: { textDocumentSync: 1, hoverProvider: true, codeActionProvider: true } },
  "textDocument/hover": { contents: "said by another" },
  "textDocument/codeAction": [{ title: "offered by another", command: { title: "none", command: "none" } }],
  shutdown: null,
};
const start = { line: 0, character: 0 };
const remark = { range: { start, end: start }, severity: 2, message: "remarked by another" };

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

function hear({ id, method, params }) {
  if (method === "exit") process.exit();
  if (method === "textDocument/didOpen") {
    const { uri } = params.textDocument;
    send({ method: "textDocument/publishDiagnostics", params: { uri, diagnostics: [remark] } });
  }
  if (id !== undefined && method) send({ id, result: answers[method] ?? null });
}

let heard = Buffer.alloc(0);
process.stdin.on("data", (data) => {
  heard = Buffer.concat([heard, data]);
  for (;;) {
    const head = heard.indexOf("\r\n\r\n");
    const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(heard)?.[1]);
    if (head < 0 || heard.length < end) return;
    hear(JSON.parse(heard.subarray(head + 4, end)));
    heard = heard.subarray(end);
  }
});
process.stdin.on("end", () => process.exit());
