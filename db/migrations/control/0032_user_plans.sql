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
	CONSTRAINT "user_subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_subscriptions_state" CHECK (state in ('signing', 'signed', 'suspended', 'unsigned')),
	CONSTRAINT "user_subscriptions_next" CHECK ((next_state is null) = (next_at is null))
);
--> statement-breakpoint
ALTER TABLE "control"."user_plan_roles" ADD CONSTRAINT "user_plan_roles_version_fk" FOREIGN KEY ("tenant_id","plan_id","version") REFERENCES "control"."user_plan_versions"("tenant_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_plan_roles" ADD CONSTRAINT "user_plan_roles_role_fk" FOREIGN KEY ("tenant_id","role_id") REFERENCES "control"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_plan_versions" ADD CONSTRAINT "user_plan_versions_plan" FOREIGN KEY ("tenant_id","plan_id") REFERENCES "control"."user_plans"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_subscription_changes" ADD CONSTRAINT "user_subscription_changes_subscription" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "control"."user_subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."user_subscriptions" ADD CONSTRAINT "user_subscriptions_version" FOREIGN KEY ("tenant_id","plan_id","version") REFERENCES "control"."user_plan_versions"("tenant_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_plan_roles_version" ON "control"."user_plan_roles" USING btree ("tenant_id","plan_id","version");--> statement-breakpoint
CREATE INDEX "user_plan_roles_role" ON "control"."user_plan_roles" USING btree ("tenant_id","role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_plan_versions_draft" ON "control"."user_plan_versions" USING btree ("tenant_id","plan_id") WHERE published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_plans_name" ON "control"."user_plans" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "user_subscriptions_signing" ON "control"."user_subscriptions" USING btree ("tenant_id","membership_id") WHERE state = 'signing';--> statement-breakpoint
CREATE UNIQUE INDEX "user_subscriptions_held" ON "control"."user_subscriptions" USING btree ("tenant_id","membership_id") WHERE state in ('signed', 'suspended');--> statement-breakpoint
CREATE INDEX "user_subscriptions_plan" ON "control"."user_subscriptions" USING btree ("tenant_id","plan_id","version","state");--> statement-breakpoint
CREATE INDEX "user_subscriptions_list" ON "control"."user_subscriptions" USING btree ("tenant_id","changed_at");