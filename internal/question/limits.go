package question

import (
	"fmt"

	"quire/internal/source"
)

// mostLetters is how many options, steps or responses a prompt may have: as
// many as there are letters for them.
const mostLetters = 26

// letters reports more entries than there are letters. At gives the place of
// one of them.
func (r *reading) letters(n int, what string, at func(int) source.Span) {
	if n > mostLetters {
		r.fail(codeShape, at(mostLetters), fmt.Sprintf("more than %d %s", mostLetters, what), "Make several prompts of it.")
	}
}
