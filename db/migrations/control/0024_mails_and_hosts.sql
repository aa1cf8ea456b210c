CREATE TABLE "control"."bounced_addresses" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_hash" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bounced_addresses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bounced_addresses_address" UNIQUE("tenant_id","address_hash")
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
ALTER TABLE "control"."hosts" ALTER COLUMN "tenant_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "redirects" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "finding" text;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "others" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "route_finding" text;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "route_found" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."domains" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD COLUMN "serves" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD COLUMN "proven_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD COLUMN "next_check_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD COLUMN "former_id" uuid;--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD COLUMN "free_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "control"."mails" USING btree ("tenant_id","recipient_key");--> statement-breakpoint
CREATE UNIQUE INDEX "domains_primary" ON "control"."domains" USING btree ("tenant_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "hosts_former" ON "control"."hosts" USING btree ("former_id");--> statement-breakpoint
CREATE INDEX "hosts_due" ON "control"."hosts" USING btree ("next_check_at");--> statement-breakpoint
ALTER TABLE "control"."domains" ADD CONSTRAINT "domains_state" CHECK (state in ('pending', 'verified', 'live', 'broken', 'released'));--> statement-breakpoint
ALTER TABLE "control"."hosts" ADD CONSTRAINT "hosts_held" CHECK (tenant_id is not null or (not serves and free_at is not null));