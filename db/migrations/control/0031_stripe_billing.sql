CREATE TABLE "control"."stripe_asks" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subscription_id" uuid,
	"request" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"by_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"result" jsonb,
	"fault" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_at" timestamp with time zone DEFAULT now(),
	"answered_at" timestamp with time zone,
	CONSTRAINT "stripe_asks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_customers" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" text NOT NULL,
	"customer" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stripe_customers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_invoices" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"stripe_id" text NOT NULL,
	"account" text NOT NULL,
	"number" text,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"amount_paid" bigint NOT NULL,
	"amount_remaining" bigint NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"period_end" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"page_url" text,
	"pdf_url" text,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stripe_invoices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."stripe_subscriptions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"account" text NOT NULL,
	"stripe_id" text NOT NULL,
	"status" text NOT NULL,
	"items" jsonb NOT NULL,
	"period_start" timestamp with time zone,
	"period_end" timestamp with time zone,
	"trial_end" timestamp with time zone,
	"cancel_at" timestamp with time zone,
	"told_at" timestamp with time zone NOT NULL,
	"look_at" timestamp with time zone,
	CONSTRAINT "stripe_subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD CONSTRAINT "stripe_subscriptions_subscription" FOREIGN KEY ("tenant_id","subscription_id") REFERENCES "control"."subscriptions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stripe_asks_due" ON "control"."stripe_asks" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_customers_tenant" ON "control"."stripe_customers" USING btree ("tenant_id","account");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_customers_customer" ON "control"."stripe_customers" USING btree ("account","customer");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_invoices_stripe" ON "control"."stripe_invoices" USING btree ("stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_invoices_issued" ON "control"."stripe_invoices" USING btree ("tenant_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_subscriptions_stripe" ON "control"."stripe_subscriptions" USING btree ("stripe_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_subscriptions_own" ON "control"."stripe_subscriptions" USING btree ("tenant_id","subscription_id");