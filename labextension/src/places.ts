// Where things are opened: notebooks at an exercise, feedback beside its notebook.

import { ILabShell, JupyterFrontEnd } from '@jupyterlab/application';
import { IFrame, MainAreaWidget } from '@jupyterlab/apputils';
import { PageConfig, PathExt, URLExt } from '@jupyterlab/coreutils';
import { NotebookPanel } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';

import { say } from './words';

interface Grading {
  grade_id?: string;
  solution?: boolean;
}

const NARROW = 900;
const DARK = /prefers-color-scheme:\s*dark/;
const isDark = () => document.body.dataset.jpThemeLight === 'false';

export class Places {
  /** The shell is JupyterLab's; Jupyter Notebook has none with tabs, and gets a browser's tab. */
  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly shell: ILabShell | null
  ) {
    const theme = new MutationObserver(() => this.pages.forEach(page => page.dress()));
    theme.observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
  }

  /** Open a notebook, at the exercise that a cell belongs to. */
  async notebook(path: string, cell = ''): Promise<void> {
    const panel = await this.app.commands.execute('docmanager:open', { path });
    if (panel instanceof NotebookPanel && cell) {
      await this.exercise(panel, cell);
    }
  }

  /** Show the exercise that a cell belongs to, its answer selected. */
  async exercise(panel: NotebookPanel, cell: string): Promise<void> {
    await panel.context.ready;
    await panel.revealed;
    const cells = panel.content.widgets;
    const found = cells.findIndex(each => grading(each).grade_id === cell);
    if (found < 0) {
      return;
    }
    let top = found;
    while (top > 0 && !/^#{1,6} /m.test(text(cells[top]))) {
      top -= 1;
    }
    const answer = cells.findIndex((each, at) => at >= top && at <= found && grading(each).solution);
    this.app.shell.activateById(panel.id);
    panel.content.activeCellIndex = answer < 0 ? found : answer;
    await panel.content.scrollToItem(top, 'start');
  }

  /** Open a feedback page at a place of it, beside the notebook where there is room. */
  feedback(path: string, anchor = '', beside: Widget | null = null): void {
    const id = `course-feedback-${PathExt.basename(path, '.html')}`;
    const url = URLExt.join(PageConfig.getBaseUrl(), 'files', URLExt.encodeParts(path));
    const place = anchor ? `${url}#${anchor}` : url;
    if (!this.shell) {
      window.open(place, id);
      return;
    }
    let tab = this.tabs.get(id);
    if (!tab || tab.isDisposed) {
      const content = new IFrame({ sandbox: ['allow-same-origin'] });
      tab = new MainAreaWidget({ content });
      tab.id = id;
      tab.toolbar.hide();
      tab.title.label = say('Feedback: {name}', { name: PathExt.basename(path, '.html') });
      const frame = content.node.querySelector('iframe')!;
      frame.title = tab.title.label;
      this.tabs.set(id, tab);
      const page = new Themed(frame);
      this.pages.add(page);
      tab.disposed.connect(() => this.pages.delete(page));
    }
    tab.content.url = place;
    if (!tab.isAttached) {
      const mode = beside && window.innerWidth >= NARROW ? 'split-right' : 'tab-after';
      this.shell.add(tab, 'main', { mode, ref: beside?.id });
    }
    this.shell.activateById(id);
  }

  /** Open the first page in a folder of feedback. */
  async feedbackIn(folder: string): Promise<void> {
    const found = await this.app.serviceManager.contents.get(folder);
    const pages = (found.content as { path: string }[]).map(each => each.path);
    const [first] = pages.filter(path => path.endsWith('.html')).sort();
    first && this.feedback(first);
  }

  private readonly tabs = new Map<string, MainAreaWidget<IFrame>>();
  private readonly pages = new Set<Themed>();
}

/** A page in a frame that looks as JupyterLab does: its own rules ask for the system's theme. */
class Themed {
  constructor(private readonly frame: HTMLIFrameElement) {
    frame.addEventListener('load', () => {
      this.rules = [...(frame.contentDocument?.styleSheets ?? [])]
        .flatMap(sheet => [...sheet.cssRules])
        .filter((rule): rule is CSSMediaRule => 'media' in rule)
        .filter(rule => DARK.test(rule.media.mediaText));
      this.dress();
    });
  }

  dress(): void {
    const root = this.frame.contentDocument?.documentElement;
    root?.style.setProperty('color-scheme', isDark() ? 'dark' : 'light');
    for (const rule of this.rules) {
      rule.media.mediaText = isDark() ? 'screen' : 'not all';
    }
  }

  private rules: CSSMediaRule[] = [];
}

type CellWidget = NotebookPanel['content']['widgets'][number];

const grading = (cell: CellWidget): Grading => cell.model.getMetadata('nbgrader') ?? {};

const text = (cell: CellWidget): string =>
  cell.model.type === 'markdown' ? cell.model.sharedModel.getSource() : '';

/** The name of the graded cell nearest to the selected one: below it, else above. */
export function nearest(panel: NotebookPanel): string {
  const names = panel.content.widgets.map(cell => grading(cell).grade_id ?? '');
  const at = Math.max(panel.content.activeCellIndex, 0);
  return names.slice(at).find(Boolean) ?? names.slice(0, at).reverse().find(Boolean) ?? '';
}
