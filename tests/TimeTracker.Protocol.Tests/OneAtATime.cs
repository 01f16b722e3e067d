// An exploration holds all states of its case; two at once would hold twice as much.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
