/** What a price may be, in a message and in the catalogue: kept to the digit, of which there are not too many (decision 14). */
export const priceFacets = { totalDigits: 18, fractionDigits: 2 } as const;
