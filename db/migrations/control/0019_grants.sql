CREATE TABLE "control"."grant_answers" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"grantor_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"state" text NOT NULL,
	"roles" text[] NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by_name" text NOT NULL,
	CONSTRAINT "grant_answers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "grant_answers_grant" UNIQUE("tenant_id","grantor_id","grant_id")
);
--> statement-breakpoint
CREATE TABLE "control"."grants" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"grantee_id" uuid NOT NULL,
	"view" text NOT NULL,
	"place_id" uuid NOT NULL,
	"place_name" text NOT NULL,
	"fields" jsonb NOT NULL,
	"reach" text NOT NULL,
	"person_field" jsonb,
	"row_ids" uuid[] DEFAULT '{}' NOT NULL,
	"roles" text[] NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	CONSTRAINT "grants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "grants_grantee" UNIQUE("tenant_id","id","grantee_id"),
	CONSTRAINT "grants_two" CHECK (tenant_id <> grantee_id),
	CONSTRAINT "grants_roles" CHECK (cardinality(roles) > 0),
	CONSTRAINT "grants_reach" CHECK (case reach when 'people' then person_field is not null and cardinality(row_ids) = 0
        else person_field is null and cardinality(row_ids) between 1 and 200 end)
);
--> statement-breakpoint
DROP INDEX "control"."tenants_pool";--> statement-breakpoint
ALTER TABLE "control"."tenants" ADD CONSTRAINT "tenants_pool" UNIQUE("pool_id","id");--> statement-breakpoint
ALTER TABLE "control"."grant_answers" ADD CONSTRAINT "grant_answers_grant_fk" FOREIGN KEY ("grantor_id","grant_id","tenant_id") REFERENCES "control"."grants"("tenant_id","id","grantee_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."grants" ADD CONSTRAINT "grants_grantor_fk" FOREIGN KEY ("pool_id","tenant_id") REFERENCES "control"."tenants"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."grants" ADD CONSTRAINT "grants_grantee_fk" FOREIGN KEY ("pool_id","grantee_id") REFERENCES "control"."tenants"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_answers_given" ON "control"."grant_answers" USING btree ("grantor_id","grant_id");--> statement-breakpoint
CREATE INDEX "grants_received" ON "control"."grants" USING btree ("grantee_id");