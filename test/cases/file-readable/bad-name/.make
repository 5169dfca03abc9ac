odd records/walkthroughs
