package question

var exit = Type{
	Name:       "exit",
	Doc:        "An open question under Exit ticket, with three lines unless lines= says otherwise.",
	noun:       "an exit question",
	fields:     openFields(),
	attributes: []string{"lines"},
	Example: `### Which of the chair's reasons would you keep the bell for, if any? {minutes=3}

**Answer:** Any of the three, or none, with a reason that the essay doesn't already answer.
`,
	parse: func(r *reading) parsed {
		if r.lines < 0 {
			r.lines = 3
		}
		return r.open(3)
	},
}
