CREATE TABLE "record_exports" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"request" jsonb NOT NULL,
	"file_name" text,
	"media_type" text,
	"size_bytes" bigint,
	"rows" integer,
	"message" text,
	"seen" jsonb,
	"made_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "record_exports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "record_exports" ADD CONSTRAINT "record_exports_collection_fk" FOREIGN KEY ("tenant_id","collection_id") REFERENCES "public"."collections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_exports_collection" ON "record_exports" USING btree ("tenant_id","collection_id","created_at");--> statement-breakpoint
CREATE INDEX "record_exports_maker" ON "record_exports" USING btree ("tenant_id","created_by","state");--> statement-breakpoint
CREATE INDEX "files_field" ON "files" USING btree ("tenant_id","field_id") WHERE field_id is not null;