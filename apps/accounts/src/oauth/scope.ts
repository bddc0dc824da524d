/** What a token may allow: to tell of new accounts, to read accounts, to listen to notifications. */
export type Scope = 'accounts:create' | 'accounts:read' | 'accounts:listen';
