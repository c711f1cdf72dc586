'use client';

import { useState, type DragEvent } from 'react';

const COMPONENT = 'application/x-warroom-component';
const GROUP = 'application/x-warroom-component-group';

const carrying = (type: string, id: string, name: string) => ({
  draggable: true,
  onDragStart(event: DragEvent) {
    event.stopPropagation();
    event.dataTransfer.setData(type, id);
    event.dataTransfer.setData('text/plain', name);
    event.dataTransfer.effectAllowed = 'move';
  },
});

export const carriesComponent = (id: string, name: string) => carrying(COMPONENT, id, name);
export const carriesGroup = (id: string, name: string) => carrying(GROUP, id, name);

export type Edge = 'above' | 'below';

function edgeOf(event: DragEvent<HTMLElement>): Edge {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'above' : 'below';
}

/** Takes what is dropped on the upper or the lower half; says over which one it hovers. */
function useTaking(type: string, onDrop: (id: string, edge: Edge) => void) {
  const [edge, setEdge] = useState<Edge | null>(null);
  const handlers = {
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!event.dataTransfer.types.includes(type)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setEdge(edgeOf(event));
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      const into = event.relatedTarget;
      if (!(into instanceof Node && event.currentTarget.contains(into))) setEdge(null);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      setEdge(null);
      if (!event.dataTransfer.types.includes(type)) return;
      event.preventDefault();
      onDrop(event.dataTransfer.getData(type), edgeOf(event));
    },
  };
  return { edge, handlers };
}

export const useTakesComponent = (onDrop: (id: string, edge: Edge) => void) => useTaking(COMPONENT, onDrop);
export const useTakesGroup = (onDrop: (id: string, edge: Edge) => void) => useTaking(GROUP, onDrop);

/** The line that says where it would land. */
export const EDGE_LINE: Record<Edge, string> = {
  above: 'shadow-[inset_0_2px_0_0_var(--color-accent)]',
  below: 'shadow-[inset_0_-2px_0_0_var(--color-accent)]',
};
