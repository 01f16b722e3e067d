// Real processes, real faults: two at once would starve each other and tell nothing more.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
