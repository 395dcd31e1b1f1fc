/** Confidence of a day counted in working days without the holidays of its year: weekends and days of the law only. */
export const WEEKENDS_ONLY = 0.5;
