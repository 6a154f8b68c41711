package roster

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quire/internal/diag"
	"quire/internal/source"
)

// Seats says where students sit.
type Seats struct {
	Of []Seat // for each student of the class; the zero Seat is none
}

// Seat is a place in the room, both counted from 1 as in the file. Empty cells
// of the file are aisles or empty seats: students beside them aren't neighbours.
type Seat struct {
	Row, Column int
	At          source.Span
}

// ReadSeats reads a seating file: rows and columns of names or IDs, as the room
// is seen from above. A name may be written as in the class list, with its parts
// the other way round, without accents, or short (Ana; Ana R.) where only one
// student can be meant. An error says why there are no seats; who is unknown,
// seated twice or missing are findings.
func ReadSeats(name string, raw []byte, class *Class, findings *diag.List) (*Seats, error) {
	r := newReport(findings)
	defer r.close()
	text, err := load(name, raw, "seating file", r)
	if err != nil {
		return nil, err
	}
	who := newIndex(class)
	t, err := parse(text, func(row row) (n int) {
		for _, c := range row.cells {
			if len(who.find(c.text)) > 0 {
				n++
			}
		}
		return n
	})
	if err != nil {
		return nil, fmt.Errorf("%s %w", name, err)
	}
	if len(t.rows) == 0 {
		return nil, fmt.Errorf("%s is empty: a seating file has a row of names for each row of seats", name)
	}
	t.tell(r)
	s := &Seats{Of: make([]Seat, len(class.Students))}
	for i, row := range t.rows {
		for j, c := range row.cells {
			if len(who.find(c.text)) > 0 || !isFurniture(c.text) {
				s.seat(Seat{row.number, j + 1, c.at}, c.text, i == 0 || j == 0, class, who, r)
			}
		}
	}
	for i, seat := range s.Of {
		if seat.Row == 0 {
			st := class.Students[i]
			r.add(diag.Finding{Code: "C8", Severity: diag.Warning, At: st.At,
				Message: fmt.Sprintf("row %d of the class list has no seat in %s; no neighbours are known", st.Row, name),
				Hint:    "Write the name into the seating file as it is in the class list."}, "missing")
		}
	}
	return s, nil
}

// seat gives a place to whom its cell names.
func (s *Seats) seat(seat Seat, text string, edge bool, class *Class, who *index, r *report) {
	where := fmt.Sprintf("row %d, column %d", seat.Row, seat.Column)
	found := who.find(text)
	free := slices.DeleteFunc(slices.Clone(found), func(i int) bool { return s.Of[i].Row != 0 })
	switch {
	case len(found) == 0 && edge && isLabel(text):
	case len(found) == 0:
		r.warn("C8", "unknown", seat.At, where+": nobody of that name or ID is in the class list; the seat is taken for empty",
			"Write the name as it is in the class list, or add the student there.")
	case len(free) == 0:
		o := s.Of[found[0]]
		r.add(diag.Finding{Code: "C8", Severity: diag.Warning, At: seat.At,
			Message: where + ": this student has a seat already; this one is taken for empty",
			Hint:    "Delete one of the two.",
			Related: []diag.Related{{At: o.At, Message: fmt.Sprintf("row %d, column %d is the first", o.Row, o.Column)}}}, "twice")
	case len(found) > 1 && !who.alike(found):
		rows := make([]string, 0, 4)
		for _, i := range found[:min(len(found), 4)] {
			rows = append(rows, fmt.Sprint(class.Students[i].Row))
		}
		r.warn("C8", "ambiguous", seat.At, where+": several students may be meant, in rows "+strings.Join(rows, ", ")+" of the class list; the seat is taken for empty",
			"Write the whole name, or the ID.")
	default:
		s.Of[free[0]] = seat
	}
}

// An index finds students by what a seating file calls them. Its maps are asked
// in order: exact ways first, short ones last.
type index struct {
	class *Class
	ways  [5]map[string][]int
}

const (
	byID = iota
	byName
	byParts // in any order, without accents
	byShort // Ana R.
	byFirst // Ana
)

func newIndex(class *Class) *index {
	x := &index{class: class}
	for w := range x.ways {
		x.ways[w] = map[string][]int{}
	}
	for i, s := range class.Students {
		x.put(byID, strings.ToLower(s.ID), i)
		x.put(byName, nameKey(s.Name), i)
		parts := nameParts(s.Name)
		x.put(byParts, together(parts), i)
		if len(parts) > 1 {
			first, last := parts[0], parts[len(parts)-1]
			x.put(byFirst, first, i)
			x.put(byShort, first+" "+initial(last), i)
		}
	}
	return x
}

func (x *index) put(way int, key string, i int) {
	if l := x.ways[way][key]; key != "" && (len(l) == 0 || l[len(l)-1] != i) {
		x.ways[way][key] = append(l, i)
	}
}

// find gives whom a cell may mean: one student, several, or nobody.
func (x *index) find(text string) []int {
	text, _ = clean(text)
	if text == "" || len(text) > 4*maxName {
		return nil
	}
	if open := strings.LastIndexByte(text, '('); open >= 0 {
		if l := x.ways[byID][strings.ToLower(strings.Trim(text[open:], "() "))]; len(l) > 0 {
			return l
		}
	}
	parts := nameParts(text)
	short := ""
	if len(parts) == 2 && len([]rune(parts[1])) == 1 {
		short = parts[0] + " " + parts[1]
	}
	first := ""
	if len(parts) == 1 {
		first = parts[0]
	}
	for way, key := range [...]string{strings.ToLower(text), nameKey(text), together(parts), short, first} {
		if l := x.ways[way][key]; key != "" && len(l) > 0 {
			return l
		}
	}
	return nil
}

// alike says that students have the same name, so that it makes no difference
// who sits where.
func (x *index) alike(students []int) bool {
	for _, i := range students {
		if nameKey(x.class.Students[i].Name) != nameKey(x.class.Students[students[0]].Name) {
			return false
		}
	}
	return true
}

// nameParts gives a name's parts without case, accents and punctuation, given
// names first: "Ruiz, Ana" is ana, ruiz.
func nameParts(name string) []string {
	if last, first, ok := strings.Cut(name, ","); ok {
		name = first + " " + last
	}
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case c >= 0x300 && c <= 0x36F: // accents; marks of other scripts are letters
		case c == '\'' || c == '’' || c == zwj || c == zwnj:
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.M, c):
			if i := slices.Index(strokes, c); i >= 0 {
				b.WriteString(stroked[i])
				continue
			}
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(norm.NFC.String(b.String()))
}

// Letters that have no accent to take off, and what they are typed as.
var (
	strokes = []rune{'ß', 'æ', 'œ', 'ø', 'ł', 'đ', 'ð', 'þ', 'ı'}
	stroked = []string{"ss", "ae", "oe", "o", "l", "d", "d", "th", "i"}
)

func together(parts []string) string {
	return strings.Join(slices.Sorted(slices.Values(parts)), " ")
}

func initial(part string) string {
	for _, c := range part {
		return string(c)
	}
	return ""
}

// isFurniture knows what stands in a seating file beside names.
func isFurniture(s string) bool {
	switch fold(s) {
	case "":
		return !strings.ContainsFunc(s, unicode.IsLetter)
	case "x", "empty", "aisle", "free", "front", "back", "frontoftheroom", "frontofroom", "backofroom", "board", "whiteboard", "smartboard", "blackboard",
		"screen", "door", "window", "windows", "teacher", "desk", "teachersdesk", "teacherdesk",
		"vacio", "pasillo", "pizarra", "puerta", "ventana", "profesor", "profesora", "vide", "tableau", "porte", "fenetre", "bureau",
		"leer", "frei", "gang", "tafel", "tur", "fenster", "pult", "lehrertisch":
		return true
	}
	return false
}

// isLabel says that a cell at the edge counts rows or columns: 3, B, Row 2.
func isLabel(s string) bool {
	s = fold(s)
	for _, w := range [...]string{"row", "column", "col", "table", "seat", "fila", "mesa", "rang", "reihe", "tisch"} {
		s = strings.TrimPrefix(s, w)
	}
	digits := strings.Trim(s, "0123456789") == ""
	return digits && len(s) <= 3 || len(s) == 1
}
