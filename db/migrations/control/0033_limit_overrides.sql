CREATE TABLE "control"."limit_overrides" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"max" bigint,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"end_reason" text,
	CONSTRAINT "limit_overrides_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "limit_overrides_max" CHECK (max > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "limit_overrides_said" ON "control"."limit_overrides" USING btree ("tenant_id","name") WHERE ended_at is null;