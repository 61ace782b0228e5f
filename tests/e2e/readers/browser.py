"""browser.py TRACKER TOKEN-FILE PAGE-PORT sse|websocket PROGRAM…: serves a page that follows the tracker with the browser's
EventSource or WebSocket and hands back what it hears, opens it in PROGRAM (a Chromium), and prints "EVENT DATA" a line."""

import http.server
import pathlib
import signal
import subprocess
import sys
import tempfile

tracker, token_file, port, way = sys.argv[1:5]
token = pathlib.Path(token_file).read_text().strip()

PAGE = (
    """<!doctype html><title>A reader</title><script>
const tracker = "%s", token = "%s";
let line = Promise.resolve();
function tell(event, data) {
    line = line.then(() => fetch("/heard", {method: "POST", body: event + " " + JSON.stringify(data)}));
}
function overSse() {
    const source = new EventSource(`http://${tracker}/api/v1/jobs/stream?token=${token}`);
    for (const name of ["hello", "snapshot", "job", "removed"])
        source.addEventListener(name, e => tell(name, JSON.parse(e.data)));
    // EventSource comes back by itself where the connection broke, and gives up where nobody listens
    source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) setTimeout(overSse, 200);
    };
}
let cursor = "";
function overWebSocket() {
    const socket = new WebSocket(`ws://${tracker}/api/v1/ws?token=${token}&after=${cursor}`);
    socket.onmessage = e => {
        const message = JSON.parse(e.data);
        cursor = message.cursor ?? cursor;
        tell(message.event, message.data);
    };
    socket.onclose = () => setTimeout(overWebSocket, 200);
}
%s();
</script>"""
    % (tracker, token, "overSse" if way == "sse" else "overWebSocket")
).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.answer(PAGE if self.path == "/" else b"")

    def do_POST(self) -> None:
        print(self.rfile.read(int(self.headers["Content-Length"])).decode(), flush=True)
        self.answer(b"")

    def log_message(self, *arguments: object) -> None:
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Handler)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = subprocess.Popen(
        sys.argv[5:]
        + [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",  # else a headless one may leave after the page has loaded
            f"--user-data-dir={profile}",
            f"http://localhost:{port}/",
        ],
        stderr=subprocess.DEVNULL,
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        server.serve_forever()
    finally:
        browser.terminate()
        browser.wait()
