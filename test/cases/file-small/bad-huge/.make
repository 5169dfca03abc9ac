huge records/projects/northwind/office-move/run.yaml 1200000
