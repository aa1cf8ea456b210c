CREATE TABLE "control"."stripe_refunds" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stripe_id" text NOT NULL,
	"account" text NOT NULL,
	"number" text,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"same_as" uuid,
	CONSTRAINT "stripe_refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_refunds_stripe" ON "control"."stripe_refunds" USING btree ("tenant_id","stripe_id");