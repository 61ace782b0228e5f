// A fan-out as it is usually written for node: SSE by hand, WebSockets by the package ws where it is installed.
// node fanout.js PORT; with --has-ws instead it says by its exit code whether ws is there.
'use strict';
const http = require('http');

let WebSocketServer = null;
try {
    ({ WebSocketServer } = require('ws'));
} catch {
    // SSE alone
}
if (process.argv[2] === '--has-ws')
    process.exit(WebSocketServer ? 0 : 1);

const readers = new Set();
const sockets = WebSocketServer ? new WebSocketServer({ noServer: true, perMessageDeflate: false }) : null;
let number = 0;

const server = http.createServer((request, response) => {
    if (request.method === 'GET') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        response.write(': hello\n\n');
        readers.add(response);
        request.on('close', () => readers.delete(response));
        return;
    }
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        const frame = `id: ${++number}\nevent: job\ndata: ${body}\n\n`;
        for (const reader of readers) reader.write(frame);
        if (sockets) for (const client of sockets.clients) client.send(body);
        response.writeHead(200, { 'Content-Length': 2 });
        response.end('{}');
    });
});
server.keepAliveTimeout = 0;
server.requestTimeout = 0;
server.on('upgrade', (request, socket, head) => {
    if (!sockets) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, () => {});
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
