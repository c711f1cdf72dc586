'use client';

import { Paperclip, SendHorizontal } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '@/components/ui/icon-button';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { useZone } from '@/components/ui/time/zone';
import { useRoomStore } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { useRoomUi, useRoomUiStore } from '../room-context';
import { lastOwnEntry } from './last-own-entry';
import { Choices, optionId } from './choices';
import { ComposerHint, type Said } from './composer-hint';
import { enterLine, giveBack, withoutFirst, type EnteredLines } from './entered-lines';
import { PasteOffer } from './paste-offer';
import { pastedAs, type Pasted } from './pasted';
import { sendText } from './send-text';
import { useCompletion } from './use-completion';
import { useDraft } from './use-draft';

type Offered = Exclude<Pasted, { kind: 'words' }>;

const isTouch = () => window.matchMedia('(pointer: coarse)').matches;

/** Where the log is written: words, a slash command, a paste, a file. It is emptied only when what was in it is safe. */
export function Composer() {
  const id = useId();
  const zone = useZone();
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const { run, setTyping } = useRoomActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, isKept, setText } = useDraft();
  const [said, setSaid] = useState<Said>(null);
  const [offered, setOffered] = useState<Offered | null>(null);
  const entered = useRef<EnteredLines>([]);
  const completing = useCompletion((next, caret) => {
    // At once: the next stroke may come before the next frame.
    flushSync(() => setText(next));
    field.current?.setSelectionRange(caret, caret);
  });
  useWanted(field, setText);
  useFirstWord(field);

  function change(next: string, caret: number) {
    setText(next);
    setSaid(null);
    setTyping(next.trim() === '' ? null : 'log');
    if (offered && offered.kind !== 'log' && !next.includes(offered.text.trim().slice(0, 200)) && offered.fits) setOffered(null);
    completing.look(next, caret);
  }

  async function send(asText = false) {
    const lines = enterLine(entered.current, field.current?.value ?? '');
    if (!lines) return;
    const isSending = entered.current.length > 0;
    entered.current = lines;
    if (isSending) return;
    completing.close();
    try {
      while (entered.current[0] !== undefined && (await sendLine(entered.current[0], asText))) {
        // Whoever went on typing while it was saved keeps those words.
        const left = withoutFirst(entered.current, field.current?.value ?? '');
        entered.current = entered.current.slice(1);
        flushSync(() => setText(left));
        setSaid(null);
        setOffered(null);
        setTyping(null);
      }
    } finally {
      if (entered.current.length > 0) setText(giveBack(entered.current, field.current?.value ?? ''));
      entered.current = [];
    }
  }

  async function sendLine(words: string, asText: boolean): Promise<boolean> {
    const offsetMin = zone === 'utc' ? 0 : localOffsetMin(Date.now());
    const answer = await sendText(words, { view: room.getState(), offsetMin, run }, asText);
    if (answer.kind === 'opens') ui.getState().open(answer.dialog);
    const isTaken = answer.kind === 'sent' || answer.kind === 'opens';
    if (!isTaken) setSaid(answer);
    return isTaken;
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || completing.press(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && (!isTouch() || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'ArrowUp' && text === '') {
      const seq = lastOwnEntry(room.getState());
      if (seq === null) return;
      event.preventDefault();
      ui.getState().light(seq);
      ui.getState().revise(seq);
    } else if (event.key === 'Escape') event.currentTarget.blur();
  }

  function paste(event: ClipboardEvent) {
    const file = event.clipboardData.files[0];
    if (file) {
      event.preventDefault();
      return ui.getState().open({ name: 'evidence', hypothesisId: null, offered: { file } });
    }
    const pasted = pastedAs(event.clipboardData.getData('text/plain'));
    if (pasted.kind === 'words') return;
    if (pasted.kind === 'output' && !pasted.fits) event.preventDefault();
    setOffered(pasted);
  }

  function take(dialog: 'import' | 'evidence') {
    if (!offered) return;
    const { text: pasted } = offered;
    setText(text.replace(pasted.replace(/\r\n/g, '\n').trimEnd(), '').trim());
    setOffered(null);
    ui.getState().open(
      dialog === 'import'
        ? { name: 'import', text: pasted }
        : { name: 'evidence', hypothesisId: null, offered: { text: pasted } },
    );
  }

  const { shown, active } = completing;
  return (
    <div className="relative shrink-0 border-t border-line bg-surface">
      {shown && (
        <Choices
          id={id}
          choices={shown.choices}
          active={active}
          onPick={(choice) => field.current && completing.pick(field.current, choice)}
        />
      )}
      {offered && (
        <PasteOffer
          pasted={offered}
          onImport={() => take('import')}
          onAttach={() => take('evidence')}
          onDismiss={() => setOffered(null)}
        />
      )}
      <ComposerHint text={text} said={said} isKept={isKept} onAsText={() => void send(true)} />
      <div className="mx-2 mt-0.5 mb-2 flex items-end gap-1 rounded-lg border border-field-line bg-surface dark:bg-sunken p-0.5 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <textarea
          ref={field}
          id="composer"
          rows={1}
          value={text}
          aria-label="Write into the log"
          placeholder="Write, or / for commands"
          aria-autocomplete="list"
          aria-controls={shown ? id : undefined}
          aria-activedescendant={shown ? optionId(id, active) : undefined}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onSelect={(event) => shown && completing.look(text, event.currentTarget.selectionStart)}
          onKeyDown={press}
          onPaste={paste}
          onBlur={() => {
            completing.close();
            setTyping(null);
          }}
          className="field-sizing-content max-h-48 min-h-8 flex-1 resize-none rounded-md bg-transparent px-2 py-1.5 text-sm leading-5 outline-none touch:min-h-11 touch:py-2.5"
        />
        <AttachFile />
        <IconButton
          label="Send"
          keys="Enter"
          disabled={text.trim() === ''}
          className="text-accent-ink"
          onClick={() => void send().then(() => field.current?.focus())}
        >
          <SendHorizontal />
        </IconButton>
      </div>
    </div>
  );
}

/** Takes the focus, and words to begin with, when an action asks for it. */
function useWanted(field: React.RefObject<HTMLTextAreaElement | null>, setText: (text: string) => void) {
  const wanted = useRoomUi((state) => state.compose);
  useEffect(() => {
    if (wanted.count === 0) return;
    field.current?.focus();
    if (wanted.text !== null) setText(wanted.text);
    // Only a new wish counts, not a new function.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
}

/** Whoever has just declared goes on typing: words, not the single keys that they would be elsewhere in the room. */
function useFirstWord(field: React.RefObject<HTMLTextAreaElement | null>) {
  const room = useRoomStore();
  useEffect(() => {
    const { drawn, me } = room.getState();
    if (drawn.seq === 1 && drawn.declaredBy.userId === me.userId && !isTouch()) field.current?.focus();
  }, [field, room]);
}

function AttachFile() {
  const ui = useRoomUiStore();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) ui.getState().open({ name: 'evidence', hypothesisId: null, offered: { file } });
          event.target.value = '';
        }}
      />
      <IconButton label="Attach a file" onClick={() => input.current?.click()}>
        <Paperclip />
      </IconButton>
    </>
  );
}
