namespace TimeTracker.Domain;

/// <summary>
/// Merges the operations of one entity, field by field. An operation stands over another whose author's work it knew; of
/// two that did not know each other the one made later by its author's clock is shown and the other becomes a conflict.
/// A change stands over a removal that did not know it. Every replica with the same operations in the same order gets
/// the same, whatever arrived when.
/// </summary>
public static class MergeFold
{
    /// <summary>Folds the operations of one entity in the order of the feed, then of the ledger.</summary>
    public static MergedFields Of(IEnumerable<PlacedOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var contests = new Dictionary<PatchFields, Contest>();
        var changes = new List<PlacedOperation>();
        foreach (var next in operations)
        {
            foreach (var field in Each(next.Fields))
            {
                if (!contests.TryGetValue(field, out var contest))
                {
                    contests.Add(field, contest = new Contest(field));
                }

                contest.Enter(next, field == PatchFields.Removed && Removes(next) ? Unknown(changes, next) : null);
            }

            if ((next.Fields & ~PatchFields.Removed) != PatchFields.None)
            {
                contests.GetValueOrDefault(PatchFields.Removed)?.MeetChange(next);
                changes.Add(next);
            }
        }

        return new(
            contests.Values.Where(contest => contest.Winner is not null)
                .ToDictionary(contest => contest.Field, contest => contest.Winner!),
            [.. contests.Values.SelectMany(contest => contest.Conflicts)]);
    }

    /// <summary>The operations without the fields that they lost: folded one after the other they make what is shown.</summary>
    public static IEnumerable<Operation> WithoutWhatLost(IReadOnlyCollection<PlacedOperation> operations)
    {
        var lost = Of(operations).Conflicts.ToLookup(conflict => conflict.Loser, conflict => conflict.Field);
        return operations.Select(placed => placed.Operation with
        {
            Body = lost[placed.Operation.Id].Aggregate(placed.Operation.Body, (body, field) => body.Only(~field)),
        });
    }

    private static PlacedOperation? Unknown(List<PlacedOperation> changes, PlacedOperation removal) =>
        changes.FindLast(change => !removal.HasSeen(change));

    private static IEnumerable<PatchFields> Each(PatchFields fields)
    {
        for (var field = 1; field <= (int)fields; field <<= 1)
        {
            if (((int)fields & field) != 0)
            {
                yield return (PatchFields)field;
            }
        }
    }

    private static bool Removes(PlacedOperation operation) => operation.Operation.Body
        is OperationBody.OfEntry { Patch.Removed.Value: true }
        or OperationBody.OfProject { Patch.Removed.Value: true }
        or OperationBody.OfGap { Patch.Removed.Value: true };

    /// <summary>Who sets one field.</summary>
    private sealed class Contest(PatchFields contested)
    {
        private readonly List<PlacedOperation> _losers = [];
        private PlacedOperation? _overruling;

        internal PatchFields Field => contested;

        internal PlacedOperation? Winner { get; private set; }

        /// <summary>What is not shown; who enters first wins or is overruled, so that something is.</summary>
        internal IEnumerable<Conflict> Conflicts
        {
            get
            {
                var shown = (Winner ?? _overruling)!.Operation;
                return _losers
                    .Where(loser => !SaysTheSame(loser.Operation, shown))
                    .Select(loser => new Conflict(contested, shown.Id, loser.Operation.Id));
            }
        }

        internal void Enter(PlacedOperation next, PlacedOperation? unknownChange)
        {
            if (unknownChange is not null)
            {
                _losers.Add(next);
                _overruling = unknownChange;
                return;
            }

            _losers.RemoveAll(next.HasSeen);
            if (Winner is null || next.HasSeen(Winner))
            {
                (Winner, _overruling) = (next, null);
            }
            else if (SaysTheSame(next.Operation, Winner.Operation))
            {
                Winner = next.IsLaterThan(Winner) ? next : Winner;
            }
            else if (next.IsLaterThan(Winner))
            {
                _losers.Add(Winner);
                Winner = next;
            }
            else
            {
                _losers.Add(next);
            }
        }

        /// <summary>Of the field <see cref="PatchFields.Removed"/>: a change that did not know of the removal.</summary>
        internal void MeetChange(PlacedOperation change)
        {
            if (Winner is not null && Removes(Winner) && Winner != change && !change.HasSeen(Winner))
            {
                _losers.Add(Winner);
                (Winner, _overruling) = (null, change);
            }
        }

        private bool SaysTheSame(Operation one, Operation other) =>
            one.Body.Only(contested) == other.Body.Only(contested);
    }
}
