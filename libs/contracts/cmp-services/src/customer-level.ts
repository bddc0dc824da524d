/** What a service may be created on. */
export const customerLevels = ['SUBSCRIPTION', 'ACCOUNT', 'AGREEMENT'] as const;

export type CustomerLevel = (typeof customerLevels)[number];
