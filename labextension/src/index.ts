// Home and the notebook's buttons, for the desk of `course lab`.

import {
  ILabShell,
  ILayoutRestorer,
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { Dialog, ICommandPalette, MainAreaWidget, showDialog } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';

import { words } from './api';
import { Home } from './home';
import { Buttons } from './notebook';
import { Places } from './places';
import { say, speak } from './words';

const HOME = 'course:home';
const SAID = 'urn:neural-networks-desk:said';
const FEEDBACK = /^[^/]+\/feedback\/[^/]+$/;

const plugin: JupyterFrontEndPlugin<void> = {
  id: 'neural-networks-desk:plugin',
  description: 'Home, and Check all, Submit and Feedback above the notebooks of the course.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ILabShell, ILayoutRestorer, ICommandPalette],
  activate: async (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    shell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null
  ) => {
    // A server without the desk says nothing: the notebooks are as they are.
    await words().then(told => speak(told.language, told.words), () => undefined);
    const places = new Places(app, shell);
    app.serviceManager.events.stream.connect((_, event) => {
      if (event.schema_id === SAID) {
        // No notification: JupyterLab cuts these off after 140 letters.
        const [title, body] = [String(event.title), String(event.words)];
        void showDialog({ title, body, buttons: [Dialog.okButton()] });
      }
    });
    app.docRegistry.addWidgetExtension('Notebook', new Buttons(places, tracker));
    if (!shell) {
      return; // Jupyter Notebook has no tabs, and so no Home
    }
    addHome(app, shell, places, restorer);
    palette?.addItem({ command: HOME, category: say('Course') });
    // The Assignment List's "view feedback" shows the page's folder, and nothing else.
    app.commands.commandExecuted.connect((_, { id, args }) => {
      if (id === 'filebrowser:go-to-path' && FEEDBACK.test(String(args.path))) {
        void places.feedbackIn(String(args.path));
      }
    });
  }
};

function addHome(
  app: JupyterFrontEnd,
  shell: ILabShell,
  places: Places,
  restorer: ILayoutRestorer | null
): void {
  const tab = new MainAreaWidget({ content: new Home(places) });
  tab.id = 'course-home-tab';
  tab.title.label = say('Home');
  tab.title.closable = false;
  tab.toolbar.hide();
  app.commands.addCommand(HOME, {
    label: say('Home of the course'),
    execute: () => shell.activateById(tab.id)
  });
  // A desk without tabs has Home at once; one that is restored has it where it was.
  restorer?.add(tab, tab.id);
  shell.add(tab, 'main', { activate: false });
  void app.restored.then(() => {
    if (!tab.isAttached) {
      const [first] = shell.widgets('main');
      shell.add(tab, 'main', { mode: 'tab-before', ref: first?.id, activate: false });
    }
    if (!PageConfig.getOption('treePath')) {
      shell.activateById(tab.id);
    }
  });
}

export default plugin;
