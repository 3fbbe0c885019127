module alinti

go 1.25.0
