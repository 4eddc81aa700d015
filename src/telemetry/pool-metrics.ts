// Generated from the folders of src/telemetry/pool-metrics by `npm run accept`: do not edit.
import type {PoolMetric} from './contract.ts';
import activeRecord from './pool-metrics/active-record/index.ts';
import asyncpg from './pool-metrics/asyncpg/index.ts';
import awsRds from './pool-metrics/aws-rds/index.ts';
import cloudnativePg from './pool-metrics/cloudnative-pg/index.ts';
import django from './pool-metrics/django/index.ts';
import goSql from './pool-metrics/go-sql/index.ts';
import goSqlstats from './pool-metrics/go-sqlstats/index.ts';
import googleCloudSql from './pool-metrics/google-cloud-sql/index.ts';
import hikaricp from './pool-metrics/hikaricp/index.ts';
import hikaricpDropwizard from './pool-metrics/hikaricp-dropwizard/index.ts';
import mysqldExporter from './pool-metrics/mysqld-exporter/index.ts';
import nodePostgres from './pool-metrics/node-postgres/index.ts';
import opentelemetry from './pool-metrics/opentelemetry/index.ts';
import ownGauges from './pool-metrics/own-gauges/index.ts';
import pgbouncer from './pool-metrics/pgbouncer/index.ts';
import pgcat from './pool-metrics/pgcat/index.ts';
import pgxpool from './pool-metrics/pgxpool/index.ts';
import postgresExporter from './pool-metrics/postgres-exporter/index.ts';
import prisma from './pool-metrics/prisma/index.ts';
import psycopgPool from './pool-metrics/psycopg-pool/index.ts';
import redisExporter from './pool-metrics/redis-exporter/index.ts';
import springDatasource from './pool-metrics/spring-datasource/index.ts';
import sqlalchemy from './pool-metrics/sqlalchemy/index.ts';

export const poolMetrics: readonly PoolMetric[] = [
	activeRecord,
	asyncpg,
	awsRds,
	cloudnativePg,
	django,
	goSql,
	goSqlstats,
	googleCloudSql,
	hikaricp,
	hikaricpDropwizard,
	mysqldExporter,
	nodePostgres,
	opentelemetry,
	ownGauges,
	pgbouncer,
	pgcat,
	pgxpool,
	postgresExporter,
	prisma,
	psycopgPool,
	redisExporter,
	springDatasource,
	sqlalchemy,
];
