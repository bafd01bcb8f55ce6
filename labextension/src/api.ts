// What the server says. It decides; the front end shows.

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

import { say } from './words';

export interface Counted {
  earned: number;
  points: number;
  done: number;
  exercises: number;
}

export interface Sitting extends Counted {
  title: string;
  path: string;
  state: 'new' | 'begun' | 'over';
  trouble: string;
}

export interface Unit extends Counted {
  name: string;
  title: string;
  handed_in: string | null;
  due: string | null;
  is_past: boolean;
  sittings: Sitting[];
}

export interface OpenExercise {
  title: string;
  words: string;
  path: string;
  cell: string;
}

export interface UnitFeedback {
  title: string;
  handed_in: string | null;
  earned: number;
  points: number;
  pages: { title: string; path: string }[];
}

export interface HomeData {
  continue: {
    path: string;
    title: string;
    begun: boolean;
    exercise: string;
    cell: string;
    words: string;
  };
  earned: number;
  points: number;
  open: OpenExercise[];
  units: Unit[];
  feedback: UnitFeedback[];
  grader: { state: string; words: string };
  news: string[];
}

export interface Line {
  title: string;
  cell: string;
  state: 'passed' | 'failed' | 'open' | 'later';
  text: string;
}

export interface Checked {
  said: string;
  lines: Line[];
}

export interface Submitted {
  handed_in: string | null;
  what?: string[];
  said: string;
  waits: boolean;
}

export interface Page {
  path: string | null;
  said?: string;
  /** Whether it comes by itself. */
  waits?: boolean;
  anchor?: string;
  title?: string;
  earned?: number;
  points?: number;
}

/** Ask the server; an error's message is a sentence that can be shown. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const settings = ServerConnection.makeSettings();
  const url = URLExt.join(settings.baseUrl, 'course', path);
  let response: Response;
  try {
    response = await ServerConnection.makeRequest(url, init, settings);
  } catch {
    throw new Error(
      say('The server of `course lab` does not answer: has it been stopped? Your work is as you last saved it.')
    );
  }
  if (!response.ok) {
    throw new Error((await ServerConnection.ResponseError.create(response)).message);
  }
  return response.json();
}

const post = (path: string): RequestInit => ({ method: 'POST', body: JSON.stringify({ path }) });

export const words = () => ask<{ language: string; words: Record<string, string> }>('words');
export const home = () => ask<HomeData>('home');
export const check = (path: string) => ask<Checked>('check', post(path));
export const submit = (path: string) => ask<Submitted>('submit', post(path));

export function feedback(path: string, cell: string, after = ''): Promise<Page> {
  return ask<Page>(`feedback${URLExt.objectToQueryString({ path, cell, after })}`);
}
