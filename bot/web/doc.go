// Package web is the page: a person without Discord asks here, sees the quotes
// at once, and opens each one in its article, lit up in place.
//
// Every page is rendered here, by html/template, and works without JavaScript:
// asking is a GET with the question in the address, so the address is a
// permanent link to the answer, and opening a quote is a link. The style sheet
// and a short script (copying, a busy mark, one key) are embedded and named by
// their digest; nothing is fetched from elsewhere, and the content security
// policy says so.
//
//	/                     ask; ?q= the answer; &open=ID/START-END with the article beside it
//	/a/                   the articles
//	/a/ID                 one of them
//	/a/ID/START-END       the same with a passage (byte offsets) lit up
//	/assets/…             style, script, icon
package web
