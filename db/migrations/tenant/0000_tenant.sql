CREATE TABLE "collections" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"icon" text DEFAULT 'table' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "collections_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "fields" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"width" integer DEFAULT 180 NOT NULL,
	"slot" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "fields_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "fields_key" UNIQUE("tenant_id","collection_id","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid,
	"file_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"collection_name" text,
	"format" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_failed" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"message" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "imports_rows" CHECK (rows_total >= 0 and rows_done >= 0 and rows_failed >= 0)
);
--> statement-breakpoint
CREATE TABLE "records" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"import_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"t1" text,
	"t2" text,
	"t3" text,
	"t4" text,
	"t5" text,
	"t6" text,
	"t7" text,
	"t8" text,
	"t9" text,
	"t10" text,
	"t11" text,
	"t12" text,
	"i1" bigint,
	"i2" bigint,
	"i3" bigint,
	"i4" bigint,
	"n1" double precision,
	"n2" double precision,
	"n3" double precision,
	"n4" double precision,
	"n5" double precision,
	"n6" double precision,
	"n7" double precision,
	"n8" double precision,
	"d1" timestamp with time zone,
	"d2" timestamp with time zone,
	"d3" timestamp with time zone,
	"d4" timestamp with time zone,
	"d5" timestamp with time zone,
	"d6" timestamp with time zone,
	CONSTRAINT "records_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"digest" text,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "files_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"procedure" text NOT NULL,
	"door" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"request_id" uuid NOT NULL,
	"address" text,
	"target_kind" text,
	"target_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"transaction_id" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" uuid,
	"actor_id" uuid,
	CONSTRAINT "change_log_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "counters_name" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"procedure" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"done" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "idempotency_keys_key" UNIQUE("tenant_id","actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"job" text NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"available_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"admitted_at" timestamp with time zone,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"meter" text NOT NULL,
	"quantity" bigint NOT NULL,
	"actor_id" uuid,
	"shipped_at" timestamp with time zone,
	CONSTRAINT "usage_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "fields" ADD CONSTRAINT "fields_collection_fk" FOREIGN KEY ("tenant_id","collection_id") REFERENCES "public"."collections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_collection_fk" FOREIGN KEY ("tenant_id","collection_id") REFERENCES "public"."collections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_file_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_collection_fk" FOREIGN KEY ("tenant_id","collection_id") REFERENCES "public"."collections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collections_position" ON "collections" USING btree ("tenant_id","position");--> statement-breakpoint
CREATE INDEX "fields_position" ON "fields" USING btree ("tenant_id","collection_id","position");--> statement-breakpoint
CREATE INDEX "imports_collection" ON "imports" USING btree ("tenant_id","collection_id","created_at");--> statement-breakpoint
CREATE INDEX "records_live" ON "records" USING btree ("tenant_id","collection_id","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "records_import" ON "records" USING btree ("tenant_id","import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "records_t1" ON "records" USING btree ("tenant_id","collection_id","t1","id") WHERE deleted_at is null and t1 is not null;--> statement-breakpoint
CREATE INDEX "records_t2" ON "records" USING btree ("tenant_id","collection_id","t2","id") WHERE deleted_at is null and t2 is not null;--> statement-breakpoint
CREATE INDEX "records_t3" ON "records" USING btree ("tenant_id","collection_id","t3","id") WHERE deleted_at is null and t3 is not null;--> statement-breakpoint
CREATE INDEX "records_t4" ON "records" USING btree ("tenant_id","collection_id","t4","id") WHERE deleted_at is null and t4 is not null;--> statement-breakpoint
CREATE INDEX "records_t5" ON "records" USING btree ("tenant_id","collection_id","t5","id") WHERE deleted_at is null and t5 is not null;--> statement-breakpoint
CREATE INDEX "records_t6" ON "records" USING btree ("tenant_id","collection_id","t6","id") WHERE deleted_at is null and t6 is not null;--> statement-breakpoint
CREATE INDEX "records_t7" ON "records" USING btree ("tenant_id","collection_id","t7","id") WHERE deleted_at is null and t7 is not null;--> statement-breakpoint
CREATE INDEX "records_t8" ON "records" USING btree ("tenant_id","collection_id","t8","id") WHERE deleted_at is null and t8 is not null;--> statement-breakpoint
CREATE INDEX "records_t9" ON "records" USING btree ("tenant_id","collection_id","t9","id") WHERE deleted_at is null and t9 is not null;--> statement-breakpoint
CREATE INDEX "records_t10" ON "records" USING btree ("tenant_id","collection_id","t10","id") WHERE deleted_at is null and t10 is not null;--> statement-breakpoint
CREATE INDEX "records_t11" ON "records" USING btree ("tenant_id","collection_id","t11","id") WHERE deleted_at is null and t11 is not null;--> statement-breakpoint
CREATE INDEX "records_t12" ON "records" USING btree ("tenant_id","collection_id","t12","id") WHERE deleted_at is null and t12 is not null;--> statement-breakpoint
CREATE INDEX "records_i1" ON "records" USING btree ("tenant_id","collection_id","i1","id") WHERE deleted_at is null and i1 is not null;--> statement-breakpoint
CREATE INDEX "records_i2" ON "records" USING btree ("tenant_id","collection_id","i2","id") WHERE deleted_at is null and i2 is not null;--> statement-breakpoint
CREATE INDEX "records_i3" ON "records" USING btree ("tenant_id","collection_id","i3","id") WHERE deleted_at is null and i3 is not null;--> statement-breakpoint
CREATE INDEX "records_i4" ON "records" USING btree ("tenant_id","collection_id","i4","id") WHERE deleted_at is null and i4 is not null;--> statement-breakpoint
CREATE INDEX "records_n1" ON "records" USING btree ("tenant_id","collection_id","n1","id") WHERE deleted_at is null and n1 is not null;--> statement-breakpoint
CREATE INDEX "records_n2" ON "records" USING btree ("tenant_id","collection_id","n2","id") WHERE deleted_at is null and n2 is not null;--> statement-breakpoint
CREATE INDEX "records_n3" ON "records" USING btree ("tenant_id","collection_id","n3","id") WHERE deleted_at is null and n3 is not null;--> statement-breakpoint
CREATE INDEX "records_n4" ON "records" USING btree ("tenant_id","collection_id","n4","id") WHERE deleted_at is null and n4 is not null;--> statement-breakpoint
CREATE INDEX "records_n5" ON "records" USING btree ("tenant_id","collection_id","n5","id") WHERE deleted_at is null and n5 is not null;--> statement-breakpoint
CREATE INDEX "records_n6" ON "records" USING btree ("tenant_id","collection_id","n6","id") WHERE deleted_at is null and n6 is not null;--> statement-breakpoint
CREATE INDEX "records_n7" ON "records" USING btree ("tenant_id","collection_id","n7","id") WHERE deleted_at is null and n7 is not null;--> statement-breakpoint
CREATE INDEX "records_n8" ON "records" USING btree ("tenant_id","collection_id","n8","id") WHERE deleted_at is null and n8 is not null;--> statement-breakpoint
CREATE INDEX "records_d1" ON "records" USING btree ("tenant_id","collection_id","d1","id") WHERE deleted_at is null and d1 is not null;--> statement-breakpoint
CREATE INDEX "records_d2" ON "records" USING btree ("tenant_id","collection_id","d2","id") WHERE deleted_at is null and d2 is not null;--> statement-breakpoint
CREATE INDEX "records_d3" ON "records" USING btree ("tenant_id","collection_id","d3","id") WHERE deleted_at is null and d3 is not null;--> statement-breakpoint
CREATE INDEX "records_d4" ON "records" USING btree ("tenant_id","collection_id","d4","id") WHERE deleted_at is null and d4 is not null;--> statement-breakpoint
CREATE INDEX "records_d5" ON "records" USING btree ("tenant_id","collection_id","d5","id") WHERE deleted_at is null and d5 is not null;--> statement-breakpoint
CREATE INDEX "records_d6" ON "records" USING btree ("tenant_id","collection_id","d6","id") WHERE deleted_at is null and d6 is not null;--> statement-breakpoint
CREATE INDEX "files_state" ON "files" USING btree ("tenant_id","state","created_at");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "change_log_row" ON "change_log" USING btree ("tenant_id","row_id","at");--> statement-breakpoint
CREATE INDEX "change_log_request" ON "change_log" USING btree ("tenant_id","request_id");--> statement-breakpoint
CREATE INDEX "change_log_at" ON "change_log" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("tenant_id","available_at") WHERE admitted_at is null;--> statement-breakpoint
CREATE INDEX "usage_events_unshipped" ON "usage_events" USING btree ("tenant_id","at") WHERE shipped_at is null;