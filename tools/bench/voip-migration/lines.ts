/** The lines that the stand-in back ends know: each has a telephone and an account that end in a number of eight digits. */
export const lines = { first: 10_000_000, count: 400_000 };

export const site = '26';

export function telephoneOf(number: number | string): string {
  return `4478${number}`;
}

export function accountOf(number: number | string): string {
  return `9${number}`;
}
