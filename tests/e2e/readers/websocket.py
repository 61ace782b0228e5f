"""websocket.py URL TOKEN-FILE: follows /api/v1/ws with Python's websockets, comes back by ?after= when it breaks off,
and prints "EVENT DATA" a line."""

import asyncio
import json
import pathlib
import sys

import websockets


async def follow(url: str, token_file: pathlib.Path) -> None:
    cursor = ""
    while True:
        headers = {"Authorization": "Bearer " + token_file.read_text().strip()}
        try:
            async with websockets.connect(f"{url}?after={cursor}", extra_headers=headers) as socket:
                async for text in socket:
                    message = json.loads(text)
                    cursor = message.get("cursor", cursor)
                    print(message["event"], json.dumps(message["data"]), flush=True)
        except (OSError, websockets.WebSocketException):
            await asyncio.sleep(0.2)


asyncio.run(follow(sys.argv[1], pathlib.Path(sys.argv[2])))
