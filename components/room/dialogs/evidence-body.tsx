'use client';

import { FileText, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { OfferedBody } from '@/lib/client/room-ui';
import { bytesText } from '../size-text';

type EvidenceBodyProps = { body: OfferedBody; onChange: (body: OfferedBody) => void };

// More than this in a text field makes typing slow; it is shown from its beginning and sent whole.
const EDITABLE_CHARACTERS = 60_000;
const PREVIEW_CHARACTERS = 4000;

/** The output itself: pasted, or a file. */
export function EvidenceBody({ body, onChange }: EvidenceBodyProps) {
  const input = useRef<HTMLInputElement>(null);
  function drop(event: DragEvent) {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    onChange({ file });
  }
  const isLong = 'text' in body && body.text.length > EDITABLE_CHARACTERS;
  return (
    <div className="flex flex-col gap-1.5" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      {'file' in body ? (
        <FileShown file={body.file} />
      ) : isLong ? (
        <LongText text={body.text} />
      ) : (
        <Field label="Output">
          {(control) => (
            <Textarea
              {...control}
              data-autofocus
              mono
              className="min-h-28 text-xs"
              placeholder="Paste it here, or drop a file"
              value={body.text}
              onChange={(event) => onChange({ text: event.target.value })}
              onPaste={(event) => {
                const file = event.clipboardData.files[0];
                const pasted = event.clipboardData.getData('text/plain');
                if (!file && pasted.length <= EDITABLE_CHARACTERS) return;
                event.preventDefault();
                onChange(file ? { file } : { text: body.text + pasted });
              }}
            />
          )}
        </Field>
      )}
      <div className="flex gap-2">
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onChange({ file });
          }}
        />
        <Button size="sm" icon={<Upload aria-hidden />} onClick={() => input.current?.click()}>
          {'file' in body ? 'Another file' : 'Choose a file'}
        </Button>
        {('file' in body || isLong) && (
          <Button size="sm" variant="ghost" onClick={() => onChange({ text: '' })}>
            Paste instead
          </Button>
        )}
      </div>
    </div>
  );
}

function FileShown({ file }: { file: File }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3">
      <p className="flex items-center gap-2">
        <FileText aria-hidden className="size-4 text-faint" />
        <span className="min-w-0 truncate">{file.name}</span>
        <span className="text-xs text-muted">{bytesText(file.size)}</span>
      </p>
      {url && <img src={url} alt={`What ${file.name} shows`} className="max-h-48 self-start rounded-sm object-contain" />}
    </div>
  );
}

function LongText({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-1 rounded-md border border-line bg-sunken p-2">
      <p className="text-xs text-muted">{bytesText(text.length)} of text; this is its beginning.</p>
      <pre tabIndex={0} className="max-h-48 overflow-auto font-mono text-xs">
        {text.slice(0, PREVIEW_CHARACTERS)}
      </pre>
    </div>
  );
}
