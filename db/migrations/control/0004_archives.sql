CREATE TABLE "control"."archive_keys" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"salt" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "archive_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."archives" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"key_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"size_bytes" bigint NOT NULL,
	"digest" text NOT NULL,
	"rows" bigint NOT NULL,
	"files" integer NOT NULL,
	"file_bytes" bigint NOT NULL,
	"tables" jsonb NOT NULL,
	"asked_by" uuid,
	"asked_by_name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "archives_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "archives_purpose" CHECK (purpose in ('manual', 'scheduled', 'safety', 'export'))
);
--> statement-breakpoint
CREATE TABLE "control"."erasures" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasures_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE INDEX "archives_taken" ON "control"."archives" USING btree ("tenant_id","taken_at");--> statement-breakpoint
CREATE INDEX "archives_expiry" ON "control"."archives" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "erasures_person" ON "control"."erasures" USING btree ("tenant_id","person_id");