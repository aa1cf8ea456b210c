interface Question {
  question: string;
  answer: string;
}

const fold = (text: string) => text.normalize('NFKD').toLocaleLowerCase();

/** Sections with the questions that hold every word of a text, wherever it stands in them. */
export function answering<Q extends Question, S extends { title: string; questions: readonly Q[] }>(
  sections: readonly S[],
  text: string,
): (S & { questions: Q[] })[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return sections
    .map((section) => ({
      ...section,
      questions: section.questions.filter(({ question, answer }) => {
        const all = fold(`${section.title} ${question} ${answer}`);
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
}
