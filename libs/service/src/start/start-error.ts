/** Why a service cannot start, in one line for its operator. Nothing is wrong with our code. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartError';
  }
}
