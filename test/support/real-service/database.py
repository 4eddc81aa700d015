"""A small service with a pool of connections to Postgres, which shows the pool and its requests at /metrics.

DATABASE_URL, DB_POOL_SIZE, DB_MAX_OVERFLOW, DB_POOL_TIMEOUT (seconds), POD_NAME: by the last its connections can be told from those of
other processes in pg_stat_activity.
"""

import os
import time
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import create_async_engine

LONGEST_SECONDS = 60.0
POOL_SIZE = int(os.environ.get("DB_POOL_SIZE", "5"))
MAX_OVERFLOW = int(os.environ.get("DB_MAX_OVERFLOW", "10"))

engine = create_async_engine(
    os.environ["DATABASE_URL"],
    pool_size=POOL_SIZE,
    max_overflow=MAX_OVERFLOW,
    pool_timeout=float(os.environ.get("DB_POOL_TIMEOUT", "30")),
    connect_args={"application_name": os.environ.get("POD_NAME", "api")},
)
pool = engine.sync_engine.pool

Gauge("db_pool_size", "Connections that are kept.").set_function(pool.size)
Gauge("db_pool_max_overflow", "Connections that may be opened above the size.").set(MAX_OVERFLOW)
Gauge("db_pool_checked_out", "Connections in use.").set_function(pool.checkedout)
Gauge("db_pool_checked_in", "Connections that are free.").set_function(pool.checkedin)
Gauge("db_pool_overflow", "Connections open above the size.").set_function(pool.overflow)
waiting = Gauge("db_pool_waiting", "Requests that wait for a connection.")
timeouts = Counter("db_pool_timeouts", "Requests that got none in time.")
waits = Histogram("db_pool_wait_seconds", "How long a connection was waited for.", buckets=(0.005, 0.05, 0.5, 1, 5, 30))
durations = Histogram(
    "http_request_duration_seconds",
    "How long requests took.",
    ("method", "handler", "status"),
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)

app = FastAPI()


@app.middleware("http")
async def timing(request: Request, call_next):
    started = time.perf_counter()
    status = 500
    try:
        response = await call_next(request)
        status = response.status_code
        return response
    finally:
        route = request.scope.get("route")
        handler = route.path if route is not None else "none"
        durations.labels(request.method, handler, str(status)).observe(time.perf_counter() - started)


@asynccontextmanager
async def connection():
    started = time.perf_counter()
    waiting.inc()
    try:
        taken = await engine.connect()
    except PoolTimeout:
        timeouts.inc()
        raise
    finally:
        waiting.dec()
        waits.observe(time.perf_counter() - started)
    try:
        yield taken
    finally:
        await taken.close()


@app.get("/livez")
async def livez():
    return {"status": "ok"}


@app.get("/readyz")
async def readyz():
    async with connection() as taken:
        await taken.execute(text("SELECT 1"))
    return {"status": "ok"}


@app.get("/metrics")
async def metrics():
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@app.get("/items")
async def items():
    async with connection() as taken:
        found = await taken.execute(text("SELECT number FROM generate_series(1, 20) AS number"))
        return [number for (number,) in found]


@app.get("/report")
async def report(seconds: float = 1.0):
    """Holds a connection for that long."""
    async with connection() as taken:
        await taken.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": max(0.0, min(seconds, LONGEST_SECONDS))})
    return {"seconds": seconds}
