package markdown

import (
	"strings"

	"quire/internal/document"
)

const (
	ruling   = 8.5 // millimetres between the rules of a printed sheet
	wide     = 60  // underscores in a line to write on
	narrow   = 8   // least underscores in a blank
	mostRoom = 40  // lines
)

// Underscores need no escaping where white space stands on both sides of them:
// there they can neither open nor close emphasis (CommonMark, left- and
// right-flanking delimiter runs), and raw text stays clean. A no-break space
// does that at a line's start, where it also keeps the line from being a rule.
const nobreak = "\u00a0"

// answerLines writes room to write.
func answerLines(a document.AnswerLines) []chunk {
	n := min(a.Lines, mostRoom)
	if a.Boxed {
		n = max(n, 3)
	}
	var out []chunk
	for i := range n {
		s := nobreak + strings.Repeat("_", wide)
		if name := label(a.Label, false); i == 0 && name != "" {
			if !strings.ContainsRune(closing, lastRune(name)) {
				name += ":"
			}
			s = lineStart(name) + " " + strings.Repeat("_", wide-20)
		}
		out = append(out, chunk{kind: textChunk, text: s})
	}
	return out
}

// fields writes the lines at a sheet's head, side by side.
func fields(f document.Fields) []chunk {
	var all []string
	for _, l := range f.Fields {
		blank := strings.Repeat("_", max(narrow, int(min(l.Share, 1)*wide)))
		all = append(all, strings.TrimSpace(label(l.Label, false)+" "+blank))
	}
	if all == nil {
		return nil
	}
	s := strings.Join(all, " ")
	return []chunk{{kind: textChunk, text: lineStart(s)}}
}
