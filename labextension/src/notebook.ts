// The buttons above a notebook of the course.

import { DocumentRegistry } from '@jupyterlab/docregistry';
import { INotebookModel, INotebookTracker, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { PathExt } from '@jupyterlab/coreutils';
import { ToolbarButton } from '@jupyterlab/ui-components';
import { IDisposable } from '@lumino/disposable';

import { check, feedback, home, Line, Page, submit } from './api';
import { button, clock, make, points } from './dom';
import { nearest, Places } from './places';
import { Strip } from './strip';
import { say } from './words';

const word = (state: Line['state']): string =>
  ({ passed: say('Passed'), failed: say('Not yet'), open: say('Open'), later: say('Later') })[state];

export class Buttons implements DocumentRegistry.IWidgetExtension<NotebookPanel, INotebookModel> {
  constructor(
    private readonly places: Places,
    private readonly tracker: INotebookTracker
  ) {}

  /** Give a notebook its buttons, if it is one of the course. */
  createNew(panel: NotebookPanel): IDisposable | void {
    void this.isOfTheCourse(panel).then(async is => {
      await panel.revealed; // by then the toolbar has its own items
      is && !panel.isDisposed && this.equip(panel);
    });
  }

  private async isOfTheCourse(panel: NotebookPanel): Promise<boolean> {
    const { path } = panel.context;
    if (!this.known.has(path)) {
      // A server without the desk says nothing: the notebook stays as it is.
      const units = await home().then(data => data.units, () => []);
      this.known = new Set(units.flatMap(unit => unit.sittings.map(sitting => sitting.path)));
    }
    return this.known.has(path);
  }

  private equip(panel: NotebookPanel): void {
    const strip = new Strip();
    panel.contentHeader.addWidget(strip);
    // In front of what a narrow toolbar hides first.
    let last = 'save';
    last = this.add(panel, 'check', last, say('Check all'), say('Save, and run all checks of this notebook'), () =>
      this.check(panel, strip)
    );
    last = this.add(panel, 'submit', last, say('Submit'), say('Save, and hand in this unit'), () =>
      this.submit(panel, strip)
    );
    this.add(panel, 'feedback', last, say('Feedback'), say('Open the newest feedback on this notebook'), () =>
      this.feedback(panel, strip)
    );
    panel.sessionContext.statusChanged.connect((_, status) => {
      if (status === 'restarting' || status === 'autorestarting') {
        this.restarted(panel, strip);
      }
    });
    NotebookActions.executed.connect((_, { notebook }) => {
      if (notebook === panel.content && strip.about === 'restart') {
        strip.clear();
      }
    }, strip);
  }

  private add(
    panel: NotebookPanel,
    name: string,
    after: string,
    label: string,
    tooltip: string,
    act: () => Promise<void>
  ): string {
    let busy = false;
    const once = async () => {
      item.pressed = false; // newer JupyterLabs take every button for one that stays down
      if (busy) {
        return;
      }
      busy = true;
      try {
        await act();
      } finally {
        busy = false;
      }
    };
    const item = new ToolbarButton({ label, tooltip, onClick: () => void once() });
    const full = `course-${name}`;
    item.addClass(full);
    panel.toolbar.insertAfter(after, full, item) || panel.toolbar.addItem(full, item);
    return full;
  }

  private async check(panel: NotebookPanel, strip: Strip): Promise<void> {
    await this.during(strip, 'check', say('All checks of this notebook are running.'), async () => {
      await save(panel);
      const found = await check(panel.context.path);
      const lines = found.lines.map(line => this.line(panel, line));
      strip.tell('check', found.said, make('ul', {}, ...lines));
    });
  }

  private line(panel: NotebookPanel, line: Line): HTMLElement {
    const go = () => this.places.exercise(panel, line.cell);
    return make(
      'li',
      { className: `course-line course-${line.state}` },
      make('strong', { textContent: word(line.state) }),
      line.cell ? button(line.title, go, 'course-link') : make('span', { textContent: line.title }),
      make('span', { textContent: line.text })
    );
  }

  private async submit(panel: NotebookPanel, strip: Strip): Promise<void> {
    await this.during(strip, 'submit', say('Your notebook is being saved and handed in.'), async () => {
      await this.saveUnit(panel);
      const path = panel.context.path;
      const sent = await submit(path);
      if (!sent.handed_in) {
        strip.tell('submit', sent.said);
        return;
      }
      const told = say('Handed in at {time}: {names}.', {
        time: clock(sent.handed_in),
        names: (sent.what ?? []).join(', ')
      });
      const about = `submit ${sent.handed_in}`;
      strip.tell(about, `${told} ${sent.said || say('It is being graded.')}`);
      if (sent.waits) {
        // The button is free meanwhile: a mended answer can be handed in while a loop is graded.
        void this.follow(panel, strip, about, told, sent.handed_in);
      }
    });
  }

  /** Say when the feedback is there, for as long as the strip is about this submission. */
  private async follow(
    panel: NotebookPanel,
    strip: Strip,
    about: string,
    told: string,
    since: string
  ): Promise<void> {
    let said: string | undefined = '';
    while (strip.about === about && !panel.isDisposed) {
      const page = await feedback(panel.context.path, nearest(panel), since).catch(failed);
      if (strip.about !== about || panel.isDisposed) {
        return;
      }
      if (page.path !== null) {
        const earned = points(page.earned ?? 0, page.points ?? 0);
        const read = () => this.feedback(panel, strip);
        const open = button(say('Read the feedback'), read, 'course-small');
        strip.tell(about, `${told} ${say('The feedback is there: {earned} for this notebook.', { earned })}`, open);
        return;
      }
      if (page.said !== said) {
        said = page.said;
        strip.tell(about, `${told} ${said}`);
      }
      if (!page.waits) {
        return;
      }
    }
  }

  private async feedback(panel: NotebookPanel, strip: Strip): Promise<void> {
    try {
      const page = await feedback(panel.context.path, nearest(panel));
      if (page.path === null) {
        strip.tell('feedback', page.said ?? '');
      } else {
        this.places.feedback(page.path, page.anchor, panel);
      }
    } catch (error) {
      strip.tell('feedback', (error as Error).message);
    }
  }

  private restarted(panel: NotebookPanel, strip: Strip): void {
    const run = async () => {
      const first = panel.content.widgets.findIndex(cell => cell.model.type === 'code');
      panel.content.activeCellIndex = first;
      panel.content.deselectAll();
      await panel.sessionContext.ready;
      await NotebookActions.run(panel.content, panel.sessionContext);
    };
    strip.tell(
      'restart',
      say('Python has started anew and has forgotten everything: run the first code cell again.'),
      button(say('Run the first code cell'), run, 'course-small')
    );
  }

  /** Save every open notebook of the unit: all of them are handed in. */
  private async saveUnit(panel: NotebookPanel): Promise<void> {
    const folder = PathExt.dirname(panel.context.path);
    const open: NotebookPanel[] = [];
    this.tracker.forEach(each => {
      if (PathExt.dirname(each.context.path) === folder) {
        open.push(each);
      }
    });
    for (const each of open) {
      await save(each);
    }
  }

  private async during(
    strip: Strip,
    about: string,
    sentence: string,
    work: () => Promise<void>
  ): Promise<void> {
    strip.tell(about, sentence);
    try {
      await work();
    } catch (error) {
      strip.tell(about, (error as Error).message);
    }
  }

  private known = new Set<string>();
}

function failed(error: Error): Page {
  return { path: null, said: error.message };
}

async function save(panel: NotebookPanel): Promise<void> {
  if (panel.context.model.dirty) {
    await panel.context.save();
  }
  if (panel.context.model.dirty) {
    throw new Error(say('{path} could not be saved, so nothing was done.', { path: panel.context.path }));
  }
}
