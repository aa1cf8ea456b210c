ALTER TABLE "tasks" ADD COLUMN "about_module" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "about_within" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "about_id" uuid;--> statement-breakpoint
CREATE INDEX "tasks_about" ON "tasks" USING btree ("tenant_id","about_id") WHERE about_id is not null;