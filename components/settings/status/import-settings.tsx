'use client';

import { useRef, useState, type FormEvent } from 'react';
import { callApi } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { ImportInput, ImportReport, ImportSource } from '@/lib/contracts/status-page';
import { PageHead } from '../section';
import { useChange } from '../use-change';
import { ImportReportView } from './import-report-view';
import { readExport } from './read-export';

const SOURCES: { value: ImportSource; label: string; files: string; address: string }[] = [
  {
    ...{ value: 'statuspage', label: 'Statuspage' },
    files: 'summary.json, incidents.json and scheduled-maintenances.json of its API, or lists of the manage API.',
    address: 'The address of the public page, such as https://status.example.org.',
  },
  {
    ...{ value: 'uptime-kuma', label: 'Uptime Kuma' },
    files: 'A backup, or what /api/status-page/NAME and /api/status-page/heartbeat/NAME answer.',
    address: 'The address of a status page there, such as https://kuma.example.org/status/shop.',
  },
  {
    ...{ value: 'cachet', label: 'Cachet' },
    files: 'What its API answers for components, groups, incidents and schedules; version 2 or 3.',
    address: 'The address of the page, such as https://status.example.org.',
  },
];

const WAYS = [
  { value: 'files', label: 'From files' },
  { value: 'address', label: 'From an address' },
] as const;

type Shown = { input: ImportInput; report: ImportReport; isDone: boolean };

/** Brings components and history of another status page in: shown first, then confirmed. */
export function ImportSettings() {
  const { change, isBusy } = useChange<ImportReport>();
  const [source, setSource] = useState<ImportSource>('statuspage');
  const [way, setWay] = useState<'files' | 'address'>('files');
  const [address, setAddress] = useState('');
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const about = SOURCES.find(({ value }) => value === source);

  function forget() {
    setShown(null);
    setProblem(null);
  }
  async function inputOf(): Promise<ImportInput | string> {
    if (way === 'address') return { source, address: address.trim() };
    const chosen = [...(files.current?.files ?? [])];
    if (chosen.length === 0) return 'Choose one or more files first.';
    const read = await readExport(chosen);
    return read.ok ? { source, documents: read.documents } : read.message;
  }
  async function look(event: FormEvent) {
    event.preventDefault();
    forget();
    setLooking(true);
    const input = await inputOf();
    if (typeof input === 'string') setProblem(input);
    else {
      const signal = AbortSignal.timeout(120_000);
      const answer = await callApi<ImportReport>('POST', '/api/v1/status/imports/preview', { body: input, signal });
      if (answer.ok) setShown({ input, report: answer.value, isDone: false });
      else setProblem(answer.message);
    }
    setLooking(false);
  }
  async function bringIn({ input }: Shown) {
    const answer = await change('POST', '/api/v1/status/imports', input);
    if (answer.ok) setShown({ input, report: answer.value, isDone: true });
    else setProblem(answer.message);
  }

  return (
    <>
      <PageHead
        title="Imports"
        lead="Bring components, past incidents and maintenance of another status page in. Importing again adds only what is new."
      />
      <form onSubmit={(event) => void look(event)} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
        <div className="flex flex-wrap items-end gap-4">
          <Field label="From" className="w-44">
            {(control) => (
              <Select
                {...control}
                value={source}
                onChange={(event) => {
                  setSource(event.target.value as ImportSource);
                  forget();
                }}
              >
                {SOURCES.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Segmented
            label="How"
            options={WAYS}
            value={way}
            onChange={(next) => {
              setWay(next);
              forget();
            }}
          />
        </div>
        {way === 'files' ? (
          <Field key="files" label="Files" hint={`${about?.files} JSON, at most 10 MB together.`}>
            {(control) => (
              <input
                {...control}
                ref={files}
                type="file"
                multiple
                accept=".json,application/json"
                onChange={forget}
                className="text-sm file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium touch:file:h-11"
              />
            )}
          </Field>
        ) : (
          <Field key="address" label="Address" hint={about?.address}>
            {(control) => (
              <Input
                {...control}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={address}
                onChange={(event) => {
                  setAddress(event.target.value);
                  forget();
                }}
              />
            )}
          </Field>
        )}
        {problem && (
          <Banner tone="danger" live="assertive">
            {problem}
          </Banner>
        )}
        <div className="flex justify-end">
          <Button type="submit" variant={shown ? 'secondary' : 'primary'} busy={isLooking ? 'Looking …' : null}>
            See what would come in
          </Button>
        </div>
      </form>
      {shown && (
        <ImportReportView
          report={shown.report}
          isDone={shown.isDone}
          busy={isBusy ? 'Bringing it in …' : null}
          onConfirm={() => void bringIn(shown)}
        />
      )}
    </>
  );
}
