package markup

func front(r *report) (entries []Entry, size int) { return nil, 0 }
