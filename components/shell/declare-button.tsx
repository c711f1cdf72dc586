'use client';

import { Siren } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { DECLARE_FIELD_ID, DeclareForm } from '@/components/home/declare-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useMe } from './me';

/** Asks for the one thing that an incident needs. On the home page that field is there already. */
export function DeclareButton() {
  const me = useMe();
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  if (me.role === 'viewer') return null;

  function begin() {
    const field = path === '/' ? document.getElementById(DECLARE_FIELD_ID) : null;
    if (field) field.focus();
    else setOpen(true);
  }

  return (
    <>
      <Button variant="primary" size="sm" icon={<Siren aria-hidden />} onClick={begin} aria-label="Declare an incident">
        <span className="max-sm:hidden">Declare</span>
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Declare an incident" keepOpen>
        <DeclareForm onDeclared={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
