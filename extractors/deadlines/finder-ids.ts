/** Ids of finders by which others know what they found. */
export const RIGHT_AFTER = 'deadline/right-after';
export const LUNAR_DAY = 'deadline/lunar-day';
export const WEEKDAY_IN_MONTH = 'deadline/weekday-in-month';
