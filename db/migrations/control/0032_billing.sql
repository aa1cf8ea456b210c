CREATE TABLE "control"."stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"customer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_kept" (
	"of_tenant" uuid NOT NULL,
	"stripe_id" text NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"customer" text NOT NULL,
	"of_subscription" uuid NOT NULL,
	"said" text,
	"differs_since" timestamp with time zone,
	"held_until" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stripe_kept_of_tenant_stripe_id_pk" PRIMARY KEY("of_tenant","stripe_id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_looks" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer" text NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"looked_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text,
	CONSTRAINT "stripe_looks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_usage" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" text NOT NULL,
	"usage_id" uuid,
	"meter" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"quantity" bigint NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"fault" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"doubted_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "stripe_usage_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_usage_days" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" text NOT NULL,
	"meter" text NOT NULL,
	"day" date NOT NULL,
	"ledger" bigint DEFAULT 0 NOT NULL,
	"told" bigint DEFAULT 0 NOT NULL,
	"known" bigint DEFAULT 0 NOT NULL,
	"unlike" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mended" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"compared_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "stripe_usage_days_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."user_plan_roles" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"role_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	CONSTRAINT "user_plan_roles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_plan_roles_purpose" CHECK (purpose in ('gives', 'for'))
);
--> statement-breakpoint
CREATE TABLE "control"."user_plan_versions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "user_plan_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_plan_versions_version" UNIQUE("tenant_id","plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "control"."user_plans" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "user_plans_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."user_subscription_changes" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_subscription_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_subscription_changes_revision" UNIQUE("tenant_id","subscription_id","revision")
);
--> statement-breakpoint
CREATE TABLE "control"."user_subscriptions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
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
	"next_by_self" boolean DEFAULT false NOT NULL,
	"next_by_id" uuid,
	CONSTRAINT "user_subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_subscriptions_state" CHECK (state in ('signing', 'signed', 'suspended', 'unsigned')),
	CONSTRAINT "user_subscriptions_next" CHECK ((next_state is null) = (next_at is null))
);
--> statement-breakpoint
DROP INDEX "control"."stripe_invoices_stripe";--> statement-breakpoint
DROP INDEX "control"."stripe_invoices_issued";--> statement-breakpoint
DROP INDEX "control"."stripe_subscriptions_stripe";--> statement-breakpoint
DROP INDEX "control"."stripe_subscriptions_own";--> statement-breakpoint
ALTER TABLE "control"."stripe_asks" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "tries_told" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "told_order" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "known_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "heard_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "began" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "carried" text;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "carried_for" uuid;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "trial_told" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "pending" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "pending_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "told_order" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "known_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "heard_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."user_plan_roles" ADD CONSTRAINT "user_plan_roles_version_fk" FOREIGN KEY ("tenant_id","plan_id","version") REFERENCES "control"."user_plan_versions"("tenant_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_plan_roles" ADD CONSTRAINT "user_plan_roles_role_fk" FOREIGN KEY ("tenant_id","role_id") REFERENCES "control"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_plan_versions" ADD CONSTRAINT "user_plan_versions_plan" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "control"."user_plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_subscription_changes" ADD CONSTRAINT "user_subscription_changes_subscription" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "control"."user_subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_subscriptions" ADD CONSTRAINT "user_subscriptions_version" FOREIGN KEY ("tenant_id","plan_id","version") REFERENCES "control"."user_plan_versions"("tenant_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stripe_events_customer" ON "control"."stripe_events" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "stripe_events_unheard" ON "control"."stripe_events" USING btree ("received_at") WHERE heard_at is null;--> statement-breakpoint
CREATE INDEX "stripe_kept_due" ON "control"."stripe_kept" USING btree ("account","next_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_looks_customer" ON "control"."stripe_looks" USING btree ("tenant_id","customer");--> statement-breakpoint
CREATE INDEX "stripe_looks_due" ON "control"."stripe_looks" USING btree ("next_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_usage_once" ON "control"."stripe_usage" USING btree ("tenant_id","account","usage_id");--> statement-breakpoint
CREATE INDEX "stripe_usage_due" ON "control"."stripe_usage" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "stripe_usage_hour" ON "control"."stripe_usage" USING btree ("account","hour");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_usage_days_day" ON "control"."stripe_usage_days" USING btree ("tenant_id","account","meter","day");--> statement-breakpoint
CREATE INDEX "stripe_usage_days_due" ON "control"."stripe_usage_days" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "user_plan_roles_version" ON "control"."user_plan_roles" USING btree ("tenant_id","plan_id","version");--> statement-breakpoint
CREATE INDEX "user_plan_roles_role" ON "control"."user_plan_roles" USING btree ("tenant_id","role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_plan_versions_draft" ON "control"."user_plan_versions" USING btree ("tenant_id","plan_id") WHERE published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_plans_name" ON "control"."user_plans" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "user_subscriptions_signing" ON "control"."user_subscriptions" USING btree ("tenant_id","membership_id") WHERE state = 'signing';--> statement-breakpoint
CREATE UNIQUE INDEX "user_subscriptions_held" ON "control"."user_subscriptions" USING btree ("tenant_id","membership_id") WHERE state in ('signed', 'suspended');--> statement-breakpoint
CREATE INDEX "user_subscriptions_plan" ON "control"."user_subscriptions" USING btree ("tenant_id","plan_id","version","state");--> statement-breakpoint
CREATE INDEX "user_subscriptions_list" ON "control"."user_subscriptions" USING btree ("tenant_id","changed_at");--> statement-breakpoint
CREATE INDEX "user_subscriptions_member" ON "control"."user_subscriptions" USING btree ("tenant_id","membership_id","changed_at");--> statement-breakpoint
CREATE INDEX "stripe_asks_made" ON "control"."stripe_asks" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "stripe_customers_known" ON "control"."stripe_customers" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "usage_hours_sealed" ON "control"."usage_hours" USING btree ("sealed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_invoices_stripe" ON "control"."stripe_invoices" USING btree ("tenant_id","stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_invoices_issued" ON "control"."stripe_invoices" USING btree ("tenant_id","issued_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_subscriptions_stripe" ON "control"."stripe_subscriptions" USING btree ("tenant_id","stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_subscriptions_own" ON "control"."stripe_subscriptions" USING btree ("tenant_id","subscription_id");