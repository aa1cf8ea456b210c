CREATE TABLE "control"."parked_jobs" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"plane" text NOT NULL,
	"job" text NOT NULL,
	"input" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"error" text NOT NULL,
	"parked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retry_asked_at" timestamp with time zone,
	CONSTRAINT "parked_jobs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."rate_buckets" (
	"key" text PRIMARY KEY NOT NULL,
	"calls" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_plans" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"account" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"fault" text,
	"active" boolean NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "stripe_plans_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
ALTER TABLE "control"."stripe_plans" ADD CONSTRAINT "stripe_plans_version" FOREIGN KEY ("plan_id","version") REFERENCES "control"."plan_versions"("plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parked_jobs_retry" ON "control"."parked_jobs" USING btree ("tenant_id") WHERE retry_asked_at is not null;--> statement-breakpoint
CREATE INDEX "parked_jobs_at" ON "control"."parked_jobs" USING btree ("parked_at");--> statement-breakpoint
CREATE INDEX "control_outbox_kinds" ON "control"."outbox" USING btree ("tenant_id","job","available_at") WHERE admitted_at is null;