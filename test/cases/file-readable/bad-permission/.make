unreadable records/projects/northwind/office-move/run.yaml
