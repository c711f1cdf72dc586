-- AlterTable
ALTER TABLE "public_incident" ADD COLUMN     "postmortem_at" TIMESTAMPTZ(3),
ADD COLUMN     "postmortem_url" TEXT;
