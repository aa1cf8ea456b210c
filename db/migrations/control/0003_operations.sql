CREATE TABLE "control"."operations" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp with time zone DEFAULT now() NOT NULL,
	"worker" uuid,
	"lease_until" timestamp with time zone,
	"cancel_asked_at" timestamp with time zone,
	"asked_by" uuid,
	"asked_by_name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "operations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "operations_state" CHECK (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "operations_running" ON "control"."operations" USING btree ("tenant_id") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "operations_waiting" ON "control"."operations" USING btree ("tenant_id","kind") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "operations_claim" ON "control"."operations" USING btree ("state","available_at") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "operations_recent" ON "control"."operations" USING btree ("tenant_id","kind","created_at");