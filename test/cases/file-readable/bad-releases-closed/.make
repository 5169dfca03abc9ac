closed checklists/releases
