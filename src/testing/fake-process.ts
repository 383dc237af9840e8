import { EventEmitter } from 'node:events';
import type { ProcessLike } from '../app/lifecycle.js';

/** Receives signals with `emit('SIGTERM')`, and remembers how it was left. */
export class FakeProcess extends EventEmitter implements ProcessLike {
  readonly exits: number[] = [];
  private leave!: (code: number) => void;
  readonly exited = new Promise<number>((resolve) => (this.leave = resolve));

  exit(code: number): void {
    this.exits.push(code);
    this.leave(code);
  }
}
