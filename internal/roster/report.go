package roster

import (
	"fmt"

	"quire/internal/diag"
	"quire/internal/source"
)

// mostAlike is how many findings of one code in one column are told one by one.
// A list of 5,000 rows with a bad column would say the same 5,000 times.
const mostAlike = 20

// A report hands findings on and counts those that are alike.
type report struct {
	list   *diag.List
	alike  map[[2]string]int
	beyond []diag.Finding // the last of each kind that wasn't told
	at     map[[2]string]int
	errors int
}

func newReport(list *diag.List) *report {
	return &report{list: list, alike: map[[2]string]int{}, at: map[[2]string]int{}}
}

// add takes a finding in; alike names what it is counted with, beside its code.
func (r *report) add(f diag.Finding, alike string) {
	if f.Severity == diag.Error {
		r.errors++
	}
	k := [2]string{f.Code, alike}
	r.alike[k]++
	if r.alike[k] <= mostAlike {
		r.list.Add(f)
		return
	}
	if _, ok := r.at[k]; !ok {
		r.at[k] = len(r.beyond)
		r.beyond = append(r.beyond, f)
	}
	b := &r.beyond[r.at[k]]
	severity := max(b.Severity, f.Severity)
	*b = f
	b.Severity = severity
	b.Related = nil
	b.Message = fmt.Sprintf("%d more findings like the %d before; this is the last: %s", r.alike[k]-mostAlike, mostAlike, f.Message)
}

func (r *report) error(code, alike string, at source.Span, message, hint string) {
	r.add(diag.Finding{Code: code, Severity: diag.Error, At: at, Message: message, Hint: hint}, alike)
}

func (r *report) warn(code, alike string, at source.Span, message, hint string) {
	r.add(diag.Finding{Code: code, Severity: diag.Warning, At: at, Message: message, Hint: hint}, alike)
}

func (r *report) note(code, alike string, at source.Span, message, hint string) {
	r.add(diag.Finding{Code: code, Severity: diag.Note, At: at, Message: message, Hint: hint}, alike)
}

// stops says whether this report had an error.
func (r *report) stops() bool { return r.errors > 0 }

// close tells how many more there were.
func (r *report) close() { r.list.Add(r.beyond...) }
