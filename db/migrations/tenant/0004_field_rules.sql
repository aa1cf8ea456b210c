CREATE TABLE "record_links" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	CONSTRAINT "record_links_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "unique_keys" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "unique_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "fields" ADD COLUMN "is_unique" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "fields" ADD COLUMN "default_value" jsonb;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "unique_keys" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "i5" bigint;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "i6" bigint;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "i7" bigint;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "i8" bigint;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_field_fk" FOREIGN KEY ("tenant_id","field_id") REFERENCES "public"."fields"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_record_fk" FOREIGN KEY ("tenant_id","record_id") REFERENCES "public"."records"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_target_fk" FOREIGN KEY ("tenant_id","target_id") REFERENCES "public"."records"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unique_keys" ADD CONSTRAINT "unique_keys_record_fk" FOREIGN KEY ("tenant_id","record_id") REFERENCES "public"."records"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_links_record" ON "record_links" USING btree ("tenant_id","record_id");--> statement-breakpoint
CREATE INDEX "record_links_target" ON "record_links" USING btree ("tenant_id","target_id","field_id","record_id");--> statement-breakpoint
CREATE INDEX "unique_keys_record" ON "unique_keys" USING btree ("tenant_id","record_id");--> statement-breakpoint
CREATE INDEX "records_i5" ON "records" USING btree ("tenant_id","collection_id","i5","id") WHERE deleted_at is null and i5 is not null;--> statement-breakpoint
CREATE INDEX "records_i6" ON "records" USING btree ("tenant_id","collection_id","i6","id") WHERE deleted_at is null and i6 is not null;--> statement-breakpoint
CREATE INDEX "records_i7" ON "records" USING btree ("tenant_id","collection_id","i7","id") WHERE deleted_at is null and i7 is not null;--> statement-breakpoint
CREATE INDEX "records_i8" ON "records" USING btree ("tenant_id","collection_id","i8","id") WHERE deleted_at is null and i8 is not null;