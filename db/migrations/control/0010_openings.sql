CREATE TABLE "control"."openings" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tier" text NOT NULL,
	"shard" text,
	"request" text,
	"asked_by_name" text NOT NULL,
	"progress" jsonb DEFAULT '{"steps":{}}'::jsonb NOT NULL,
	"home_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retry_asked_at" timestamp with time zone,
	"give_up_asked_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"arrived_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "openings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "openings_tier" CHECK (tier in ('schema', 'database'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "openings_slug" ON "control"."openings" USING btree ("slug") WHERE opened_at is null and give_up_asked_at is null;--> statement-breakpoint
CREATE INDEX "openings_home" ON "control"."openings" USING btree ("home_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "openings_recent" ON "control"."openings" USING btree ("created_at");