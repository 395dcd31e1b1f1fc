/** The word that opens the addressees of a letter or a submission, folded: Kính gửi, Kính gởi, Kính trình. */
export const ADDRESSEES = 'kinh (?:gui|goi|trinh)(?![a-z0-9])';

/** A folded line that opens with it, behind marks. */
export const ADDRESSEES_START = new RegExp(`^[^a-z0-9]*${ADDRESSEES}`, 'u');
