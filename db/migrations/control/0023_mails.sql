CREATE TABLE "control"."bounced_addresses" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_key" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bounced_addresses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bounced_addresses_address" UNIQUE("tenant_id","address_key")
);
--> statement-breakpoint
CREATE TABLE "control"."mails" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_key" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sealed" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "control"."mails" USING btree ("tenant_id","recipient_key");