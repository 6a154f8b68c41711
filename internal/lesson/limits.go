package lesson

// What a lesson may weigh and hold. Bytes are counted as they are read,
// whatever the folder says of its files. Lessons as people write them never
// come near; package markup bounds what one file may hold.
const (
	fileLimit   = 1 << 20
	lessonLimit = 8 << 20
	filesLimit  = 200
	namesLimit  = 10_000 // names in parts/, lesson text or not

	headingsLimit = 2000 // groups, prompts and passages
	promptsLimit  = 500
	passageLimit  = 20_000 // words that {{passage}} prints over the lesson

	knownLimit  = 100 // passages that a hint may choose among
	missesLimit = 100 // misquotations, and words, that are looked for; each costs a search of the whole essay
	typedLimit  = 300 // typed quotations that are looked at; each that the essay has not costs such a search
)
