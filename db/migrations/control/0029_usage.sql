CREATE TABLE "control"."usage_hours" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"meter" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"sequence" integer NOT NULL,
	"quantity" bigint NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_hours_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "usage_hours_sequence" UNIQUE("tenant_id","meter","hour","sequence"),
	CONSTRAINT "usage_hours_order" CHECK (sequence >= 0)
);
--> statement-breakpoint
CREATE TABLE "control"."usage_marks" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"meter" text NOT NULL,
	"level" jsonb NOT NULL,
	"through" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"told" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recounted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_marks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "usage_marks_meter" UNIQUE("tenant_id","meter")
);
--> statement-breakpoint
CREATE TABLE "control"."usage_notices" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"percent" integer NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "usage_notices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "usage_notices_crossing" UNIQUE("tenant_id","name","percent")
);
--> statement-breakpoint
CREATE TABLE "control"."usage_parts" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"meter" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"token_id" uuid,
	"module" text,
	"quantity" bigint NOT NULL,
	CONSTRAINT "usage_parts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "control"."usage_events" ADD COLUMN "token_id" uuid;--> statement-breakpoint
ALTER TABLE "control"."usage_events" ADD COLUMN "module" text;--> statement-breakpoint
ALTER TABLE "control"."usage_events" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE INDEX "usage_hours_hour" ON "control"."usage_hours" USING btree ("tenant_id","hour");--> statement-breakpoint
CREATE INDEX "usage_parts_hour" ON "control"."usage_parts" USING btree ("tenant_id","hour");--> statement-breakpoint
CREATE INDEX "control_usage_events_reason" ON "control"."usage_events" USING btree ("tenant_id","at") WHERE reason is not null;--> statement-breakpoint
CREATE INDEX "control_usage_events_shipped" ON "control"."usage_events" USING btree ("shipped_at") WHERE shipped_at is not null;