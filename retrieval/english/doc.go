// Package english reads English questions that are asked of Turkish articles.
//
// It says whether a question is English or Turkish ([Likely]), which English
// words carry nothing to look for ([IsStop], [IsQuestion]), and which Turkish
// stems an English word may stand for ([Translate]).
//
// Words come in folded: lower case, ASCII, without what follows an apostrophe,
// as package turkish folds them. Numbers, months and place names are left to
// other packages. Everything here is a pure function over tables that were
// built by the scripts in docs/data and are read in place: nothing is decoded
// at start-up. docs/data.md names the origin and licence of each table.
package english
