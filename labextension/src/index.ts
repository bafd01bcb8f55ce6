// Home and the notebook's buttons, for the desk of `course lab`.

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, MainAreaWidget } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';

import { Home } from './home';
import { Buttons } from './notebook';
import { Places } from './places';

const HOME = 'course:home';
const FEEDBACK = /^[^/]+\/feedback\/[^/]+$/;

const homePlugin: JupyterFrontEndPlugin<void> = {
  id: 'neural-networks-desk:home',
  description: 'The first tab of a desk.',
  autoStart: true,
  optional: [ILabShell, ILayoutRestorer, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    shell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null
  ) => {
    if (!shell) {
      return; // Jupyter Notebook has no tabs
    }
    const places = new Places(app, shell);
    const tab = new MainAreaWidget({ content: new Home(places) });
    tab.id = 'course-home-tab';
    tab.title.label = 'Home';
    tab.title.closable = false;
    tab.toolbar.hide();
    app.commands.addCommand(HOME, {
      label: 'Home of the course',
      execute: () => app.shell.activateById(tab.id)
    });
    palette?.addItem({ command: HOME, category: 'Course' });
    // A desk without tabs has Home at once; one that is restored has it where it was.
    restorer?.add(tab, tab.id);
    shell.add(tab, 'main', { activate: false });
    // The Assignment List's "view feedback" shows the page's folder, and nothing else.
    app.commands.commandExecuted.connect((_, { id, args }) => {
      if (id === 'filebrowser:go-to-path' && FEEDBACK.test(String(args.path))) {
        void places.feedbackIn(String(args.path));
      }
    });
    void app.restored.then(() => {
      if (!tab.isAttached) {
        const [first] = shell.widgets('main');
        shell.add(tab, 'main', { mode: 'tab-before', ref: first?.id, activate: false });
      }
      if (!PageConfig.getOption('treePath')) {
        app.shell.activateById(tab.id);
      }
    });
  }
};

const buttonsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'neural-networks-desk:buttons',
  description: 'Check all, Submit and Feedback above the notebooks of the course.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ILabShell],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker, shell: ILabShell | null) => {
    app.docRegistry.addWidgetExtension('Notebook', new Buttons(new Places(app, shell), tracker));
  }
};

export default [homePlugin, buttonsPlugin];
