-- CreateTable
CREATE TABLE "incident_update" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "phase" TEXT,
    "text" TEXT NOT NULL,
    "next_update_at" TIMESTAMPTZ(3),
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_by_id" UUID,
    "corrections" INTEGER NOT NULL,
    "is_redacted" BOOLEAN NOT NULL,

    CONSTRAINT "incident_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_incident" (
    "incident_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "is_hidden" BOOLEAN NOT NULL,

    CONSTRAINT "public_incident_pkey" PRIMARY KEY ("incident_id")
);

-- CreateTable
CREATE TABLE "public_update" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "components" JSONB NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "is_redacted" BOOLEAN NOT NULL,

    CONSTRAINT "public_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component_group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "component_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "group_id" UUID,
    "position" INTEGER NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component_change" (
    "source_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "incident_id" UUID,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "component_change_pkey" PRIMARY KEY ("source_id","component_id")
);

-- CreateTable
CREATE TABLE "maintenance" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "component_ids" UUID[],
    "is_public" BOOLEAN NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance_update" (
    "id" UUID NOT NULL,
    "maintenance_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),

    CONSTRAINT "maintenance_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_incident" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "updates" JSONB NOT NULL,

    CONSTRAINT "imported_incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "reason" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "files" JSONB,
    "file_count" INTEGER NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "error" TEXT,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publish_target" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "secret" TEXT,
    "is_enabled" BOOLEAN NOT NULL,
    "pushed_hash" TEXT,
    "pushed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publish_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriber" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "secret" TEXT,
    "component_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID,
    "incident_id" UUID,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_status" TEXT,
    "last_error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[],
    "is_enabled" BOOLEAN NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "incident_id" UUID,
    "kind" TEXT NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_draft" (
    "incident_id" UUID NOT NULL,
    "document" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "update_draft_pkey" PRIMARY KEY ("incident_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "incident_update_incident_id_ref_key" ON "incident_update"("incident_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "question_incident_id_ref_key" ON "question"("incident_id", "ref");

-- CreateIndex
CREATE INDEX "public_update_incident_id_idx" ON "public_update"("incident_id");

-- CreateIndex
CREATE INDEX "component_change_component_id_at_idx" ON "component_change"("component_id", "at");

-- CreateIndex
CREATE INDEX "component_change_incident_id_idx" ON "component_change"("incident_id");

-- CreateIndex
CREATE INDEX "maintenance_update_maintenance_id_idx" ON "maintenance_update"("maintenance_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_incident_source_source_id_key" ON "imported_incident"("source", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_token_hash_key" ON "subscriber"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_kind_address_key" ON "subscriber"("kind", "address");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_dedup_key_key" ON "delivery"("dedup_key");

-- CreateIndex
CREATE INDEX "delivery_channel_due_at_idx" ON "delivery"("channel", "due_at");

-- CreateIndex
CREATE INDEX "delivery_target_kind_target_id_created_at_idx" ON "delivery"("target_kind", "target_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_dedup_key_key" ON "notification"("dedup_key");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_user_id_idx" ON "push_subscription"("user_id");

-- AddForeignKey
ALTER TABLE "maintenance_update" ADD CONSTRAINT "maintenance_update_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
