-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "time_zone" TEXT,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guess_bucket" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guess_bucket_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "services" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "is_private" BOOLEAN NOT NULL,
    "is_practice" BOOLEAN NOT NULL,
    "commander_id" UUID,
    "root_cause_id" UUID,
    "next_update_at" TIMESTAMPTZ(3),
    "audience" UUID[],
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "offset_min" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "command_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "words_hash" TEXT NOT NULL,
    "redacted" BOOLEAN NOT NULL DEFAULT false,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("incident_id","seq")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hypothesis" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "because" TEXT,
    "prediction" TEXT,
    "refutation" TEXT,
    "pattern" TEXT,
    "component" TEXT,
    "parent_id" UUID,
    "state" TEXT NOT NULL,
    "owner_id" UUID,
    "test_by" TIMESTAMPTZ(3),
    "verdict" JSONB,

    CONSTRAINT "hypothesis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "line_count" INTEGER,
    "sha256" TEXT NOT NULL,
    "is_redacted" BOOLEAN NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_body" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "line_count" INTEGER,
    "sha256" TEXT NOT NULL,
    "preview" TEXT NOT NULL,
    "masked_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_body_piece" (
    "body_id" UUID NOT NULL,
    "first_byte" INTEGER NOT NULL,
    "first_line" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_body_piece_pkey" PRIMARY KEY ("body_id","first_byte")
);

-- CreateTable
CREATE TABLE "bearing" (
    "incident_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "hypothesis_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "note" TEXT,
    "by_id" UUID,

    CONSTRAINT "bearing_pkey" PRIMARY KEY ("evidence_id","hypothesis_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "hypothesis_id" UUID,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3),
    "pinned" BOOLEAN NOT NULL,
    "revisions" INTEGER NOT NULL,
    "is_redacted" BOOLEAN NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("incident_id","seq")
);

-- CreateTable
CREATE TABLE "role_holding" (
    "incident_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "role_holding_pkey" PRIMARY KEY ("incident_id","user_id","role")
);

-- CreateTable
CREATE TABLE "effect" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "effect_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_oidc_subject_key" ON "user"("oidc_subject");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_hash_key" ON "invitation"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE UNIQUE INDEX "incident_key_key" ON "incident"("key");

-- CreateIndex
CREATE INDEX "incident_is_practice_status_number_idx" ON "incident"("is_practice", "status", "number");

-- CreateIndex
CREATE INDEX "event_incident_id_at_idx" ON "event"("incident_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "hypothesis_incident_id_ref_key" ON "hypothesis"("incident_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_incident_id_ref_key" ON "evidence"("incident_id", "ref");

-- CreateIndex
CREATE INDEX "bearing_incident_id_idx" ON "bearing"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_incident_id_ref_key" ON "task"("incident_id", "ref");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_body_piece" ADD CONSTRAINT "evidence_body_piece_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "evidence_body"("id") ON DELETE CASCADE ON UPDATE CASCADE;
