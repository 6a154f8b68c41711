package question

// Types are the question types there are. To add one, write its file, its line
// here and its golden (go test -update).
var Types = []Type{
	choice,
	multiple,
	trueFalse,
	short,
	extended,
	cer,
	vocabulary,
	lineFunction,
	craft,
	twoPart,
	matching,
	ordering,
	cloze,
	annotate,
	sourcing,
	audit,
	organizer,
	counterargument,
	discussion,
	controversy,
	exit,
}

// Named finds a type by its name, nil if there is none.
func Named(name string) *Type {
	for i := range Types {
		if Types[i].Name == name {
			return &Types[i]
		}
	}
	return nil
}

// Numbered says that the item counts among a sheet's questions. A job to do
// beside the text doesn't.
func (it *Item) Numbered() bool {
	t := Named(it.Type)
	return t == nil || !t.unnumbered
}

// Controversial says that the item is a proposition with two sides. In a seminar it
// has a clock of its own.
func (it *Item) Controversial() bool { return it.Type == controversy.Name }

// classes are those that ask for a type.
func classes() []string {
	var all []string
	for _, t := range Types {
		if t.Class != "" {
			all = append(all, t.Class)
		}
	}
	return all
}
