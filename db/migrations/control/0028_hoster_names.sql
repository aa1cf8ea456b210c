CREATE TABLE "control"."hoster_names" (
	"host" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"hoster" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"reason" text,
	"said" jsonb,
	"tries" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now(),
	"held_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "control"."hoster_turns" (
	"of" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "control"."hoster_names" ADD CONSTRAINT "hoster_names_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "control"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hoster_names_tenant" ON "control"."hoster_names" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "hoster_names_due" ON "control"."hoster_names" USING btree ("next_at");