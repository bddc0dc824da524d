/** The token of the service's contract. */
export const CONTRACT = 'CONTRACT';
