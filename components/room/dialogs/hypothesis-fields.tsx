'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

export type HypothesisWords = { statement: string; because: string; prediction: string; refutation: string; component: string };

export const NO_WORDS: HypothesisWords = { statement: '', because: '', prediction: '', refutation: '', component: '' };

type HypothesisFieldsProps = { words: HypothesisWords; onChange: (words: HypothesisWords) => void };

const orNull = (text: string) => text.trim() || null;

/** What is not filled in is not known. */
export const toInput = ({ statement, because, prediction, refutation, component }: HypothesisWords) => ({
  statement: statement.trim(),
  because: orNull(because),
  prediction: orNull(prediction),
  refutation: orNull(refutation),
  component: orNull(component),
});

/** A hypothesis: what is claimed, and what would show that it is right or wrong. Only the claim is needed. */
export function HypothesisFields({ words, onChange }: HypothesisFieldsProps) {
  const change = (field: keyof HypothesisWords) => (event: { target: { value: string } }) =>
    onChange({ ...words, [field]: event.target.value });
  const isOneLine = !words.statement.includes('\n');
  return (
    <>
      <Field
        label="What could be wrong"
        error={isOneLine ? null : 'Keep this on one line.'}
        hint="Name a component and how it fails."
      >
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            rows={1}
            placeholder="Redis is out of memory since the new cache went out"
            value={words.statement}
            onChange={change('statement')}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      <Field label="Because we saw" aside="optional">
        {(control) => <Textarea {...control} rows={1} value={words.because} onChange={change('because')} />}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="If true, we will see" aside="optional">
          {(control) => (
            <Textarea
              {...control}
              rows={1}
              placeholder="used_memory at the limit"
              value={words.prediction}
              onChange={change('prediction')}
            />
          )}
        </Field>
        <Field label="We drop it if" aside="optional">
          {(control) => (
            <Textarea
              {...control}
              rows={1}
              placeholder="memory is below 60 %"
              value={words.refutation}
              onChange={change('refutation')}
            />
          )}
        </Field>
      </div>
      <Field label="Component" aside="optional">
        {(control) => <Input {...control} placeholder="redis-a" value={words.component} onChange={change('component')} />}
      </Field>
    </>
  );
}
