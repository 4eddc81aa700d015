// Generated from the folders of src/telemetry/log-formats by `npm run accept`: do not edit.
import type {LogFormat} from './contract.ts';
import accessLog from './log-formats/access-log/index.ts';
import chi from './log-formats/chi/index.ts';
import djangoRequest from './log-formats/django-request/index.ts';
import djangoRunserver from './log-formats/django-runserver/index.ts';
import envoy from './log-formats/envoy/index.ts';
import gin from './log-formats/gin/index.ts';
import goLog from './log-formats/go-log/index.ts';
import gunicorn from './log-formats/gunicorn/index.ts';
import hypercornAccess from './log-formats/hypercorn-access/index.ts';
import ingressNginx from './log-formats/ingress-nginx/index.ts';
import istio from './log-formats/istio/index.ts';
import json from './log-formats/json/index.ts';
import klog from './log-formats/klog/index.ts';
import levelled from './log-formats/levelled/index.ts';
import logfmt from './log-formats/logfmt/index.ts';
import loguru from './log-formats/loguru/index.ts';
import morganDev from './log-formats/morgan-dev/index.ts';
import morganShort from './log-formats/morgan-short/index.ts';
import morganTiny from './log-formats/morgan-tiny/index.ts';
import mysql from './log-formats/mysql/index.ts';
import nginxError from './log-formats/nginx-error/index.ts';
import pgbouncer from './log-formats/pgbouncer/index.ts';
import postgres from './log-formats/postgres/index.ts';
import pythonAsctime from './log-formats/python-asctime/index.ts';
import pythonBasicconfig from './log-formats/python-basicconfig/index.ts';
import rails from './log-formats/rails/index.ts';
import rubyLogger from './log-formats/ruby-logger/index.ts';
import slowRequest from './log-formats/slow-request/index.ts';
import slowText from './log-formats/slow-text/index.ts';
import springBoot from './log-formats/spring-boot/index.ts';
import structlog from './log-formats/structlog/index.ts';
import traefikAccess from './log-formats/traefik-access/index.ts';
import uvicorn from './log-formats/uvicorn/index.ts';
import uvicornAccess from './log-formats/uvicorn-access/index.ts';
import werkzeug from './log-formats/werkzeug/index.ts';
import zapConsole from './log-formats/zap-console/index.ts';

export const logFormats: readonly LogFormat[] = [
	accessLog,
	chi,
	djangoRequest,
	djangoRunserver,
	envoy,
	gin,
	goLog,
	gunicorn,
	hypercornAccess,
	ingressNginx,
	istio,
	json,
	klog,
	levelled,
	logfmt,
	loguru,
	morganDev,
	morganShort,
	morganTiny,
	mysql,
	nginxError,
	pgbouncer,
	postgres,
	pythonAsctime,
	pythonBasicconfig,
	rails,
	rubyLogger,
	slowRequest,
	slowText,
	springBoot,
	structlog,
	traefikAccess,
	uvicorn,
	uvicornAccess,
	werkzeug,
	zapConsole,
];
