// Home: the first tab of a desk.

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { Counted, HomeData, home, Sitting, Unit, UnitFeedback } from './api';
import { button, clock, make, points, prose } from './dom';
import { Places } from './places';
import { say } from './words';

const RENEWED_EVERY = 3000;
const TROUBLE = 'course-home-trouble';

export class Home extends Widget {
  constructor(private readonly places: Places) {
    super();
    this.id = 'course-home';
    this.addClass('course-home');
    this.node.tabIndex = 0;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', say('Home'));
    this.timer = window.setInterval(() => this.isVisible && this.renew(), RENEWED_EVERY);
  }

  dispose(): void {
    window.clearInterval(this.timer);
    super.dispose();
  }

  /** Ask the server, and show what it says if that is new. */
  async renew(): Promise<void> {
    let shown: HTMLElement[];
    let text: string;
    try {
      const data = await home();
      text = JSON.stringify(data);
      shown = text === this.text ? [] : this.page(data);
    } catch (error) {
      // What was known last stays below the sentence.
      text = (error as Error).message;
      const before = [...this.node.children] as HTMLElement[];
      const trouble = make('p', { className: TROUBLE, textContent: text });
      trouble.setAttribute('role', 'alert');
      shown = [trouble, ...before.filter(each => each.className !== TROUBLE)];
    }
    if (this.isDisposed || text === this.text) {
      return;
    }
    this.text = text;
    const focused = this.focused();
    const top = this.node.scrollTop;
    this.node.replaceChildren(...shown);
    this.node.scrollTop = top;
    this.node.querySelectorAll('button')[focused]?.focus();
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    void this.renew();
  }

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    void this.renew();
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.focus();
  }

  /** The number of the button that has the focus; -1 if none has. */
  private focused(): number {
    const buttons = [...this.node.querySelectorAll('button')];
    return buttons.findIndex(each => each === document.activeElement);
  }

  private page(data: HomeData): HTMLElement[] {
    const parts = [
      make('h1', { textContent: say('Neural networks by hand') }),
      this.goOn(data),
      prose(data.grader.words, 'course-home-grader'),
      ...data.news.map(sentence => prose(sentence, 'course-home-news')),
      this.open(data),
      this.feedback(data.feedback),
      make('h2', { textContent: say('The path: {points}', { points: points(data.earned, data.points) }) }),
      ...data.units.map(unit => this.unit(unit))
    ];
    return parts.filter((part): part is HTMLElement => part !== null);
  }

  private goOn({ continue: next }: HomeData): HTMLElement {
    const words = next.begun ? say('Continue') : say('Begin');
    const go = () => this.places.notebook(next.path, next.cell);
    return make(
      'section',
      { className: 'course-home-continue' },
      next.path ? button(`${words}: ${next.title}`, go, 'course-main') : null,
      next.exercise ? make('p', { textContent: say('Next: {exercise}', { exercise: next.exercise }) }) : prose(next.words)
    );
  }

  private open({ open }: HomeData): HTMLElement | null {
    if (!open.length) {
      return null;
    }
    const lines = open.map(each =>
      make(
        'li',
        {},
        button(each.title, () => this.places.notebook(each.path, each.cell), 'course-link'),
        make('span', { textContent: ` ${each.words}` })
      )
    );
    return make('section', {}, make('h2', { textContent: say('Open') }), make('ul', {}, ...lines));
  }

  private feedback(found: UnitFeedback[]): HTMLElement | null {
    if (!found.length) {
      return null;
    }
    const lines = found.slice(0, 3).map(unit => {
      const time = unit.handed_in ? `, ${handedIn(unit.handed_in)}` : '';
      const pages = unit.pages.map(page =>
        button(page.title, () => this.places.feedback(page.path), 'course-link')
      );
      const told = `${unit.title}: ${points(unit.earned, unit.points)}${time}`;
      return make('li', {}, make('span', { textContent: told }), ...pages);
    });
    return make(
      'section',
      { className: 'course-home-feedback' },
      make('h2', { textContent: say('Latest feedback') }),
      make('ul', {}, ...lines)
    );
  }

  private unit(unit: Unit): HTMLElement {
    const sent = unit.handed_in ? handedIn(unit.handed_in) : '';
    const due = unit.due ? dueAt(unit.due, unit.is_past) : '';
    return make(
      'section',
      { className: 'course-home-unit' },
      make('h3', { textContent: unit.title }),
      make('p', { textContent: [points(unit.earned, unit.points), sent, due].filter(Boolean).join(', ') }),
      make('ul', {}, ...unit.sittings.map(sitting => this.sitting(sitting)))
    );
  }

  private sitting(sitting: Sitting): HTMLElement {
    const trouble = sitting.trouble ? prose(sitting.trouble) : null;
    return make(
      'li',
      {},
      button(sitting.title, () => this.places.notebook(sitting.path), 'course-link'),
      bar(sitting.title, sitting),
      make('span', { className: 'course-home-count', textContent: count(sitting) }),
      trouble
    );
  }

  private readonly timer: number;
  private text = '';
}

const count = (part: Sitting): string =>
  part.state === 'over' && part.done === part.exercises
    ? say('done, {points}', { points: points(part.earned, part.points) })
    : say('{done} of {exercises} done, {points}', {
        done: part.done,
        exercises: part.exercises,
        points: points(part.earned, part.points)
      });

const handedIn = (time: string): string => say('handed in {time}', { time: clock(time) });

const dueAt = (time: string, isPast: boolean): string =>
  isPast ? say('was due {time}', { time: clock(time) }) : say('due {time}', { time: clock(time) });

function bar(title: string, part: Counted): HTMLElement {
  const node = make('progress', { max: part.points || 1, value: part.earned });
  node.setAttribute('aria-label', `${title}: ${points(part.earned, part.points)}`);
  return node;
}
