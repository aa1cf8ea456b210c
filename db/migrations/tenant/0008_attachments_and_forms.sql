CREATE TABLE "forms" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"token" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"thanks" text DEFAULT '' NOT NULL,
	"redirect_url" text,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"max_answers" integer,
	"answers" integer DEFAULT 0 NOT NULL,
	"notify" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "forms_collection" UNIQUE("tenant_id","collection_id"),
	CONSTRAINT "forms_token" UNIQUE("tenant_id","token")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "field_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_collection_fk" FOREIGN KEY ("tenant_id","collection_id") REFERENCES "public"."collections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_record" ON "files" USING btree ("tenant_id","record_id") WHERE record_id is not null;--> statement-breakpoint
CREATE INDEX "files_expiry" ON "files" USING btree ("tenant_id","expires_at") WHERE expires_at is not null;