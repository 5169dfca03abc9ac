closed records/projects/contoso
