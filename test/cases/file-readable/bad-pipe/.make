pipe records/projects/northwind/phones/run.yaml
