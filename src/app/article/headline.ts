/** Whether a headline is a sentence or two, which set as large as others would fill a phone's screen. */
export const isLongHeadline = (headline: string): boolean => headline.length > 90;
