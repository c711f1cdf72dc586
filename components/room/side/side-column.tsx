'use client';

import { ExportLinks } from './export-links';
import { FactsSection } from './facts-section';
import { HereSection } from './here-section';
import { OnShiftSection } from './on-shift-section';
import { QuestionsSection } from './questions-section';
import { RolesSection } from './roles-section';
import { UpdatesSection } from '../updates/updates-section';
import { TasksSection } from './tasks-section';

/** What the incident is about and what is to be done. */
export function ContextColumn() {
  return (
    <>
      <TasksSection />
      <UpdatesSection />
      <QuestionsSection />
      <FactsSection />
      <ExportLinks />
    </>
  );
}

/** Who does what, and who is here. */
export function PeopleColumn() {
  return (
    <>
      <RolesSection />
      <OnShiftSection />
      <HereSection />
    </>
  );
}
