CREATE TABLE "control"."stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"customer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone
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
DROP INDEX "control"."stripe_invoices_stripe";--> statement-breakpoint
DROP INDEX "control"."stripe_invoices_issued";--> statement-breakpoint
DROP INDEX "control"."stripe_subscriptions_stripe";--> statement-breakpoint
DROP INDEX "control"."stripe_subscriptions_own";--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "tries_told" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "told_order" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "known_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_invoices" ADD COLUMN "heard_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "began" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "carried" text;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "carried_for" uuid;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "trial_told" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "told_order" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "known_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."stripe_subscriptions" ADD COLUMN "heard_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "stripe_events_customer" ON "control"."stripe_events" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "stripe_events_unheard" ON "control"."stripe_events" USING btree ("received_at") WHERE heard_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_looks_customer" ON "control"."stripe_looks" USING btree ("tenant_id","customer");--> statement-breakpoint
CREATE INDEX "stripe_looks_due" ON "control"."stripe_looks" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "stripe_customers_known" ON "control"."stripe_customers" USING btree ("customer");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_invoices_stripe" ON "control"."stripe_invoices" USING btree ("tenant_id","stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_invoices_issued" ON "control"."stripe_invoices" USING btree ("tenant_id","issued_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_subscriptions_stripe" ON "control"."stripe_subscriptions" USING btree ("tenant_id","stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_subscriptions_own" ON "control"."stripe_subscriptions" USING btree ("tenant_id","subscription_id");