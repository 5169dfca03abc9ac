huge site/content/docs/docs/gate.md 100001
