// Small helpers that make elements.

import { locale, say } from './words';

type Child = Node | string | null;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> & Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child): child is Node | string => child !== null));
  return node;
}

/** A button with words, that keeps its focus when its surroundings are made anew. */
export function button(words: string, act: () => unknown, className = ''): HTMLButtonElement {
  const node = make('button', { type: 'button', textContent: words, className });
  node.addEventListener('click', () => void act());
  return node;
}

export const points = (earned: number, all: number): string =>
  all === 1
    ? say('{earned} of {points} point', { earned: rounded(earned), points: rounded(all) })
    : say('{earned} of {points} points', { earned: rounded(earned), points: rounded(all) });

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** A time as the learner's clock shows it; with its day, unless that is today. */
export function clock(iso: string): string {
  const time = new Date(iso);
  const hour = time.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  const today = time.toDateString() === new Date().toDateString();
  return today ? hour : `${time.toLocaleDateString(locale())}, ${hour}`;
}

/** A sentence of the server; what stands between backticks is to be typed. */
export function prose(text: string, className = ''): HTMLParagraphElement {
  const parts = text.split('`').map((part, at) => (at % 2 ? make('code', { textContent: part }) : part));
  return make('p', { className }, ...parts);
}
