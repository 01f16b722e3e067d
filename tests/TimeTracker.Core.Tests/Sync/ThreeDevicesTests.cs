using CsCheck;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>
/// Random histories of three devices that sync now and then. However they went, all show the same, and no value is lost
/// without a word: who set the field later knew it, or there is its conflict, and whoever settles that gets an answer.
/// </summary>
[Trait("Invariant", "INV-28")]
[Trait("Invariant", "INV-29")]
public sealed class ThreeDevicesTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int CommandsInTheSuite = 250;
    private const int CommandsInTheLongForm = 12_000;
    private const int CommandsOfOneServer = 250;

    [Fact]
    public void WhateverThreeDevicesDo_NothingIsLostWithoutAConflict()
    {
        var isLong = Environment.GetEnvironmentVariable("TIMETRACKER_LONG_FAULTS") == "1";
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TIMETRACKER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        output.WriteLine($"seed {seed}");
        for (var done = 0; done < (isLong ? CommandsInTheLongForm : Samples.UpTo(CommandsInTheSuite)); seed++)
        {
            try
            {
                done += Run(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed}: {failure.Message}", failure);
            }
        }
    }

    /// <returns>How many commands were accepted.</returns>
    private static int Run(Random random)
    {
        using var server = new ServerInProcess();
        using var first = new Replica();
        using var second = new Replica();
        using var third = new Replica();
        Replica[] replicas = [first, second, third];
        var (chance, accepted) = (new PCG(1, (ulong)random.Next()), 0);
        for (var step = 0; step < CommandsOfOneServer; step++)
        {
            var replica = replicas[random.Next(replicas.Length)];
            CommandGen.ClockEvent.Generate(chance, null, out _)(replica.Bench.Clock);
            accepted += Do(replica.Bench.Tracker, Next(random, chance, replica.Bench), random) ? 1 : 0;
            if (random.Next(6) == 0)
            {
                Assert.IsType<PassOutcome.Done>(replicas[random.Next(replicas.Length)].Sync(server));
            }
        }

        TwoReplicas.Quiet(server, replicas);
        Agree(replicas);
        NothingIsLost(first);
        Settle(first, random);
        TwoReplicas.Quiet(server, replicas);
        Agree(replicas);
        NothingIsLost(third);
        return accepted;
    }

    private static Command Next(Random random, PCG chance, Bench bench)
    {
        var (tracker, conflicts, questions) = (bench.Tracker, bench.Tracker.Sync.Conflicts(), bench.Tracker.Review());
        return random.Next(12) switch
        {
            0 when conflicts.Count > 0 => conflicts[random.Next(conflicts.Count)].Settle(random.Next(2) == 0),
            1 when questions.Count > 0 => new Command.Resolve(
                questions[random.Next(questions.Count)].Gap.Id, random.Next(2) == 0 ? new Resolution.Keep() : new Resolution.Discard()),
            2 when tracker.UndoableSteps(6) is { Count: > 0 } steps =>
                new Command.Undo(steps[random.Next(steps.Count)].Id, Chosen: true),
            _ => CommandGen.Command.Generate(chance, null, out _)([.. bench.All().Select(view => view.Entry.Id)], bench.Clock.Utc),
        };
    }

    /// <summary>A preview says what then becomes of the command.</summary>
    private static bool Do(Tracker tracker, Command command, Random random)
    {
        var preview = random.Next(3) == 0 ? tracker.Preview(command) : null;
        CommandResult result;
        try
        {
            result = tracker.Execute(command);
        }
        catch (StoreException failure)
        {
            throw new InvalidOperationException($"{command}: {failure.Message}", failure);
        }

        var agrees = (preview, result) switch
        {
            (null, _) or (CommandPreview.Accepted, CommandResult.Done) or (CommandPreview.NothingToDo, CommandResult.NothingToDo) => true,
            (CommandPreview.Rejected before, CommandResult.Rejected after) => before.Rejection == after.Rejection,
            _ => false,
        };
        Assert.True(agrees, $"{command}: {preview}, then {result}");
        return result is CommandResult.Done;
    }

    private static void Agree(Replica[] replicas)
    {
        var states = replicas.Select(replica => replica.State()).ToList();
        Assert.Equal(states[0], states[1]);
        Assert.Equal(states[0], states[2]);
        replicas[1].FoldAgain();
        Assert.Equal(states[0], replicas[1].State());
    }

    /// <summary>Each conflict that is listed has an answer, and is then gone; or the answer is refused by name.</summary>
    private static void Settle(Replica replica, Random random)
    {
        var refused = new HashSet<Conflict>();
        while (replica.Bench.Tracker.Sync.Conflicts().FirstOrDefault(view => !refused.Contains(view.Conflict)) is { } view)
        {
            var result = replica.Bench.Tracker.Execute(view.Settle(random.Next(2) == 0));
            Assert.False(result is CommandResult.NothingToDo, $"{view}: {result}");
            if (result is CommandResult.Rejected)
            {
                refused.Add(view.Conflict);
            }
            else
            {
                Assert.DoesNotContain(view.Conflict, replica.Bench.Tracker.Sync.Conflicts().Select(other => other.Conflict));
            }
        }
    }

    /// <summary>Judged by who knew whom, without the product's fold.</summary>
    private static void NothingIsLost(Replica replica)
    {
        using var database = Database.Open(replica.Bench.StorePath, StoreSchema.Current);
        using var snapshot = database.BeginRead();
        var conflicts = ConflictTable.All(snapshot).Select(row => row.Conflict).ToList();
        foreach (var entity in OperationTable.Entities(snapshot))
        {
            if (EntryTable.Find(snapshot, new(entity)) is not { Entry: var shown })
            {
                continue;
            }

            var operations = PlacedOperations.OfEntity(snapshot, entity).ConvertAll(one => one.Operation);
            foreach (var (index, write) in operations.Index())
            {
                foreach (var field in Enum.GetValues<PatchFields>().Where(field => field != PatchFields.None && write.Fields.HasFlag(field)))
                {
                    var isKnown = operations.Skip(index + 1).Any(later => later.Fields.HasFlag(field)
                        && (write.FeedNo <= later.Seen || (later.Device == write.Device && !later.Relayed && !write.Relayed)));
                    var isConflict = conflicts.Exists(conflict => conflict.Field == field && conflict.Loser == write.Operation.Id);
                    var endsElsewhere = field == PatchFields.Span && conflicts.Exists(conflict =>
                        conflict.Field == PatchFields.RunsOn && conflict.Loser == write.Operation.Id);
                    Assert.False(isKnown && isConflict, $"{field} of {write.Operation} is in conflict although a later write knew it");
                    Assert.True(
                        isKnown || isConflict || endsElsewhere || IsShown(shown, ((OperationBody.OfEntry)write.Operation.Body).Patch, field),
                        $"{field} of {write.Operation} is lost: shown is {shown}");
                }
            }
        }
    }

    private static bool IsShown(Entry shown, EntryPatch said, PatchFields field) => field switch
    {
        PatchFields.Description => said.Description.Value == shown.Description,
        PatchFields.Project => said.Project.Value == shown.Project,
        PatchFields.Tags => said.Tags.Value.Equals(shown.Tags),
        PatchFields.Billable => said.Billable.Value == shown.Billable,
        PatchFields.Span => said.Span.Value.Equals(shown.Span),
        PatchFields.Continues => said.Continues.Value == shown.Continues,
        PatchFields.Paused => said.Paused.Value == shown.Paused,
        _ => said.Removed.Value == !shown.IsLive,
    };
}
