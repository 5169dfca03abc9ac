repository records/projects/northwind
