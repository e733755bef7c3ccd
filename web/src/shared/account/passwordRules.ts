export const SHORTEST_PASSWORD = 12;
/** Shorter words are in many passwords by chance. */
const SHORTEST_WORD = 4;

/** The two rules for a password; both must hold. */
export interface PasswordRules {
  longEnough: boolean;
  notAboutYou: boolean;
}

export function passwordRules(password: string, about: readonly string[]): PasswordRules {
  const lower = password.toLowerCase();
  const words = about.map((word) => word.trim().toLowerCase()).filter((word) => word.length >= SHORTEST_WORD);
  return {
    longEnough: [...password].length >= SHORTEST_PASSWORD,
    notAboutYou: password !== "" && !words.some((word) => lower.includes(word)),
  };
}
