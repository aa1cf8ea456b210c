CREATE TABLE "control"."fallback_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid,
	"version" integer,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fallback_plans_whole" CHECK ((plan_id is null) = (version is null))
);
--> statement-breakpoint
ALTER TABLE "control"."fallback_plans" ADD CONSTRAINT "fallback_plans_version" FOREIGN KEY ("plan_id","version") REFERENCES "control"."plan_versions"("plan_id","version") ON DELETE no action ON UPDATE no action;