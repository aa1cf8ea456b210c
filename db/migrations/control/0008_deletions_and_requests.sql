CREATE TABLE "control"."deletions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"asked_by" uuid,
	"asked_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"end_reason" text,
	"removed" jsonb,
	CONSTRAINT "deletions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "deletions_state" CHECK (state in ('waiting', 'removing', 'removed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "control"."tier_requests" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"tier" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"asked_by" uuid,
	"asked_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"answer" text,
	"move_id" uuid,
	CONSTRAINT "tier_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "tier_requests_tier" CHECK (tier in ('pooled', 'schema', 'database')),
	CONSTRAINT "tier_requests_state" CHECK (state in ('waiting', 'granted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "deletions_open" ON "control"."deletions" USING btree ("tenant_id") WHERE state in ('waiting', 'removing');--> statement-breakpoint
CREATE INDEX "deletions_due" ON "control"."deletions" USING btree ("due_at") WHERE state in ('waiting', 'removing');--> statement-breakpoint
CREATE UNIQUE INDEX "tier_requests_waiting" ON "control"."tier_requests" USING btree ("tenant_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "tier_requests_recent" ON "control"."tier_requests" USING btree ("state","created_at");