CREATE TABLE "control"."plan_versions" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "plan_versions_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "control"."plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "control"."subscription_changes" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."subscriptions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'signing' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"asked_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_state" text,
	"next_at" timestamp with time zone,
	"next_reason" text,
	"next_by_name" text,
	CONSTRAINT "subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "subscriptions_state" CHECK (state in ('signing', 'signed', 'suspended', 'unsigned')),
	CONSTRAINT "subscriptions_next" CHECK ((next_state is null) = (next_at is null))
);
--> statement-breakpoint
ALTER TABLE "control"."plan_versions" ADD CONSTRAINT "plan_versions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "control"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."subscription_changes" ADD CONSTRAINT "subscription_changes_subscription" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "control"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."subscriptions" ADD CONSTRAINT "subscriptions_version" FOREIGN KEY ("plan_id","version") REFERENCES "control"."plan_versions"("plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_draft" ON "control"."plan_versions" USING btree ("plan_id") WHERE published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_name" ON "control"."plans" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_changes_revision" ON "control"."subscription_changes" USING btree ("tenant_id","subscription_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_signing" ON "control"."subscriptions" USING btree ("tenant_id") WHERE state = 'signing';--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_held" ON "control"."subscriptions" USING btree ("tenant_id") WHERE state in ('signed', 'suspended');