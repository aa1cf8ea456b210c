CREATE TABLE "task_submissions" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"feedback" text DEFAULT '' NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "task_submissions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "task_submissions_attempt" UNIQUE("tenant_id","task_id","user_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "task_targets" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid,
	CONSTRAINT "task_targets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_work" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"state" text NOT NULL,
	"attempt" integer NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_work_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "task_work_person" UNIQUE("tenant_id","task_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"due_at" timestamp with time zone,
	"due_zone" text NOT NULL,
	"takes_text" boolean NOT NULL,
	"takes_files" boolean NOT NULL,
	"reviewed" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "task_submissions" ADD CONSTRAINT "task_submissions_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_targets" ADD CONSTRAINT "task_targets_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_work" ADD CONSTRAINT "task_work_task_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_submissions_user" ON "task_submissions" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "task_targets_task" ON "task_targets" USING btree ("tenant_id","task_id");--> statement-breakpoint
CREATE INDEX "task_targets_target" ON "task_targets" USING btree ("tenant_id","kind","target_id");--> statement-breakpoint
CREATE INDEX "task_work_user" ON "task_work" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "task_work_waiting" ON "task_work" USING btree ("tenant_id","handed_in_at") WHERE state = 'handed_in';--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("tenant_id","due_at");--> statement-breakpoint
CREATE INDEX "tasks_created" ON "tasks" USING btree ("tenant_id","created_at");