package lesson

// FitsPublished, FitsURL and FitsLang say that the front matter takes a value
// for the key of that name.
func FitsPublished(s string) bool { message, _ := checkPublished(s); return message == "" }

func FitsURL(s string) bool { message, _ := checkURL(s); return message == "" }

func FitsLang(s string) bool { message, _ := checkLang(s); return message == "" }
