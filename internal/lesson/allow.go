package lesson

import (
	"strings"

	"quire/internal/markup"
	"quire/internal/source"
)

// Allow is one code of an `allow`: a check that the author silences for a
// reason, on a prompt, a section or, in the front matter's defaults, the lesson.
type Allow struct {
	Code    string // as written
	At      source.Span
	Because string      // why; empty where that was forgotten, which was reported
	Within  source.Span // from the heading to the end of what stands under it; zero for the whole lesson
}

// Covers says that a place lies where the code is silenced. What has no place
// is about the lesson.
func (a *Allow) Covers(at source.Span) bool {
	return a.Within.IsZero() || at.Text == a.Within.Text && a.Within.Start <= at.Start && at.Start < a.Within.End
}

// allows collects what sections and prompts silence, each with how far it
// reaches: up to the next heading of its level or above. End is where the
// sections' parent ends.
func (s *sorter) allows(sections []*markup.Section, end int) {
	for i, sec := range sections {
		to := end
		if i+1 < len(sections) {
			to = lineStart(sections[i+1].At)
		}
		if sec.At.IsZero() || to < lineStart(sec.At) {
			continue
		}
		s.allow(sec.Attrs, sec.At.Text.Span(lineStart(sec.At), to))
		s.allows(sec.Parts, to)
	}
}

func lineStart(at source.Span) int {
	return strings.LastIndexByte(at.Text.Body[:at.Start], '\n') + 1
}

// allow takes the codes that one heading's attributes, or the defaults, name.
func (s *sorter) allow(attrs markup.Attrs, within source.Span) {
	codes, given := attrs.Get("allow")
	because, reason := attrs.Get("because")
	why := strings.TrimSpace(because.Text)
	switch {
	case !given && reason:
		s.findings.Warn("allow", because.At, "a reason, and nothing that it allows", "Name the check as well: allow=M6.")
	case given && why == "":
		s.findings.Warn("allow", codes.At, "allow without a reason", `Say why in because="…": whoever takes the lesson over will ask.`)
	}
	if !given {
		return
	}
	from, written := 0, codes.At.String()
	for _, code := range strings.FieldsFunc(codes.Text, func(r rune) bool { return r == ',' || r == ' ' }) {
		at := codes.At
		if i := strings.Index(written[from:], code); i >= 0 {
			at = codes.At.Sub(from+i, from+i+len(code))
			from += i + len(code)
		}
		s.out.allows = append(s.out.allows, Allow{Code: code, At: at, Because: why, Within: within})
	}
}
