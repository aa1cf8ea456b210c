ALTER TABLE "control"."operations" ADD COLUMN "retry_asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "operations_retry" ON "control"."operations" USING btree ("retry_asked_at") WHERE retry_asked_at is not null;--> statement-breakpoint
CREATE INDEX "operations_failed" ON "control"."operations" USING btree ("finished_at") WHERE state = 'failed';