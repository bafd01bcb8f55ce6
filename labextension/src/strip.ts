// The strip between a notebook's toolbar and its cells: what was checked, handed in, or is to do.

import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { button, make } from './dom';
import { say } from './words';

const HIGHEST = 260;

export class Strip extends Widget {
  constructor() {
    super();
    this.addClass('course-strip');
    this.words.setAttribute('role', 'status');
    this.words.className = 'course-strip-words';
    this.node.append(this.words, button(say('Close'), () => this.clear(), 'course-small'));
    this.hide();
  }

  /** What the strip is about at present; empty if it is not shown. */
  about = '';

  /** Show a sentence, and below it what belongs to it. */
  tell(about: string, sentence: string, ...more: Node[]): void {
    this.about = about;
    this.words.replaceChildren(make('p', { textContent: sentence }), ...more);
    this.show();
    this.grow();
  }

  clear(): void {
    this.about = '';
    this.words.replaceChildren();
    this.node.style.minHeight = '0';
    this.hide();
  }

  protected onResize(): void {
    this.grow();
  }

  /** The layout of the panel asks for a height: as much as the words need, up to a limit. */
  private grow(): void {
    if (this.isHidden) {
      return;
    }
    const height = `${Math.min(this.words.scrollHeight + 2, HIGHEST)}px`;
    if (this.node.style.minHeight !== height) {
      this.node.style.minHeight = height;
      this.parent && MessageLoop.postMessage(this.parent, Widget.Msg.FitRequest);
    }
  }

  private readonly words = make('div');
}
