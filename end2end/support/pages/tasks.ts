import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';

/** What is to be done: on its own page, at a customer, at a call. */
export class Tasks {
  constructor(private readonly page: Page, private readonly words: Words) {}

  /** A task, by a text in it. */
  row(text: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text });
  }

  /** The tasks under a heading. */
  group(heading: string): Locator {
    return this.page.getByRole('region', { name: heading, exact: true });
  }

  /** What is to be done, where one task is being written. */
  get title(): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name: this.words.taskTitle, exact: true });
  }

  async add(title: string, due: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: this.words.newTask, exact: true }).first().click();
    await this.title.fill(title);
    await this.page.getByRole('main').getByLabel(new RegExp(`^${this.words.taskDue}`)).fill(due);
    await this.page.getByRole('main').getByRole('button', { name: this.words.saveTask, exact: true }).click();
    await this.row(title).waitFor();
  }

  async finish(title: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.finishTask(title), exact: true }).click();
    await this.page.getByRole('button', { name: this.words.reopenTask(title), exact: true }).waitFor();
  }
}
