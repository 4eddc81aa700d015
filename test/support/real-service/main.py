"""A small service whose real output the tests serve as the log of a pod.

ACCESS_LOG=json: one JSON line per request, with its duration, in place of uvicorn's access log (which is then left off by
--no-access-log). Both ways a request of more than a second leaves a line "SLOW REQUEST: ... took 1.23s".
"""

import asyncio
import json
import os
import time

from fastapi import FastAPI, HTTPException, Request

SLOW_SECONDS = 1.0
LONGEST_MS = 5000
ITEMS = [{"id": number, "name": f"item {number}"} for number in range(1, 51)]

app = FastAPI()
is_json = os.environ.get("ACCESS_LOG") == "json"


@app.middleware("http")
async def timing(request: Request, call_next):
    started = time.perf_counter()
    status = 500
    try:
        response = await call_next(request)
        status = response.status_code
        return response
    finally:
        seconds = time.perf_counter() - started
        if is_json:
            note(request, status, seconds)
        if seconds > SLOW_SECONDS:
            print(f"SLOW REQUEST: {request.url} took {seconds:.2f}s", flush=True)


def note(request: Request, status: int, seconds: float) -> None:
    line = {
        "level": "error" if status >= 500 else "info",
        "logger": "app.access",
        "method": request.method,
        "path": request.url.path,
        "status": status,
        "duration_ms": round(seconds * 1000, 1),
        "request_id": request.headers.get("x-request-id", ""),
    }
    print(json.dumps(line, separators=(",", ":")), flush=True)


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/items")
async def items():
    await asyncio.sleep(0.02)
    return ITEMS


@app.get("/items/{number}")
async def item(number: int):
    await asyncio.sleep(0.005 + number % 10 * 0.003)
    if number > len(ITEMS):
        raise HTTPException(404)
    return ITEMS[number - 1]


@app.get("/slow")
async def slow(ms: int = 1000):
    await asyncio.sleep(max(0, min(ms, LONGEST_MS)) / 1000)
    return {"ms": ms}


@app.get("/boom")
async def boom():
    raise RuntimeError("boom")
