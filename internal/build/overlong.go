package build

import (
	"fmt"

	"quire/internal/compose"
)

// overlong says which documents take more pages than they are meant for, in the
// standard edition.
func overlong(out []output, templates []*compose.Template) []string {
	meant := map[string]int{}
	for _, t := range templates {
		meant[t.Name] = t.Pages
	}
	var s []string
	for _, o := range out {
		if o.doc == nil || o.laid == nil || o.name != o.doc.Name+".pdf" {
			continue
		}
		if most := meant[o.doc.Name]; most > 0 && o.pages > most {
			s = append(s, fmt.Sprintf("%s takes %d pages, and is meant for %d: have fewer or shorter questions on it", o.doc.Name, o.pages, most))
		}
	}
	return s
}
