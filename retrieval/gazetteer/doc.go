// Package gazetteer finds the countries, peoples, capitals and seats of
// government that a text names, in Turkish or English, and says which country
// each stands for: Rusya, Rus, Russian, Moskova and Kremlin are all RU.
//
// Words come in folded, as package turkish folds them, and may carry Turkish
// suffixes that were typed without an apostrophe (kuzey korenin, moskovaya).
// The table is generated from Unicode CLDR and a list of public facts by
// docs/data/places.py; docs/data.md names origin and licence.
//
// A key is the ISO 3166 code of a country (KP, KR, US), the UN M49 code of a
// region (150 is Europe), or, where neither has one, a name of our own in
// capitals of three letters or more (KOREA when neither state is named, NATO,
// KURD). Package gazetteer imports nothing of ours.
package gazetteer
