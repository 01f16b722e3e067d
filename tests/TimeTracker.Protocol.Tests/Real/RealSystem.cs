using TimeTracker.Domain;
using TimeTracker.Protocol.Tests.Driving;
using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.TestKit;

namespace TimeTracker.Protocol.Tests.Real;

/// <summary>The product itself: real outboxes, dispatcher steps and pulls, and the real server, all over real files.</summary>
internal sealed class RealSystem : IDrivenSystem, IDisposable
{
    // What is durable is tested elsewhere.
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly ProtocolCase _rules;
    private readonly RealServer _server;
    private readonly RealStore?[] _stores;
    private readonly byte[]?[] _kept;
    private readonly Dictionary<OperationId, int> _ops = [];
    private readonly Dictionary<Model.PushRequest, Domain.PushRequest> _requests = [];
    private readonly Dictionary<Sender, PushOutcome> _answers = [];

    internal RealSystem(ProtocolCase rules)
    {
        _rules = rules;
        _server = new RealServer(_folder.Path);
        _kept = new byte[]?[rules.Stores];
        _stores = [.. Enumerable.Range(0, rules.Stores).Select(store =>
            store < rules.Stores - rules.Empty ? RealStore.New(PathOf(store)) : null)];
    }

    public void Take(Step step)
    {
        switch (step)
        {
            case Step.Commit(var store, var op):
                _ops.Add(At(store).Commit(op, op == _rules.TooLarge), op);
                break;
            case Step.BeginPush(var store, var worker, var request):
                _requests[request] = At(store).BeginPush(worker, request.Operations.Count);
                break;
            case Step.ServerHandles(var from, var request):
                _answers[from] = _server.Push(_requests[request]);
                break;
            case Step.ApplyReply(var store, var worker, _):
                At(store).Apply(worker, _answers[new(store, worker)]);
                break;
            case Step.PullPage(var store, var worker):
                At(store).ReadPage(worker, _server, _rules.PageMax);
                At(store).WritePage(worker);
                break;
            case Step.ReadPage(var store, var worker):
                At(store).ReadPage(worker, _server, _rules.PageMax);
                break;
            case Step.WritePage(var store, var worker):
                At(store).WritePage(worker);
                break;
            case Step.LeaseExpires(var store):
                At(store).Expire();
                break;
            case Step.TakeOver(var store, _):
                At(store).Expire();
                break;
            case Step.PowerLoss(var store):
                At(store).EndProcesses();
                break;
            case Step.KeepCopy(var store):
                _kept[store] = At(store).Copy();
                break;
            case Step.RestoreStore(var store):
                At(store).PutBack(_kept[store]!);
                _kept[store] = null;
                break;
            case Step.CopyStore(var from, var to, var noticed):
                _stores[to] = RealStore.From(At(from).Copy(), PathOf(to), noticed);
                break;
            case Step.RestoreServer(var length, var newer):
                _server.Restore(length, newer);
                break;

            // What a worker waits for, or no longer, is in nobody's memory but the model's.
            case Step.Kill or Step.CrashServer or Step.LoseRequest or Step.LoseReply or Step.Duplicate or Step.Answer500 or Step.TimeOut:
                break;
            default:
                throw new InvalidOperationException($"'{step}' is nothing that the product can do");
        }
    }

    public SystemView Look() => new(
        [.. _server.Rows().Select(row => new LogRowView(_ops[row.Operation], (int)row.Seen, row.Relayed))],
        [.. _stores.Select(store => store?.Read(Look) ?? StoreView.Nowhere)]);

    public void Dispose()
    {
        _server.Dispose();
        Array.ForEach(_stores, store => store?.Dispose());
        _folder.Dispose();
    }

    private StoreView Look(ISnapshot snapshot)
    {
        var outbox = new List<OutboxRowView>();
        using (var row = snapshot.Command("""
            SELECT op_id, is_current, seq, prev_op_id, seen, relayed, verdict FROM outbox JOIN device USING (device_id)
            """).ExecuteReader())
        {
            while (row.Read())
            {
                outbox.Add(new(
                    Op(row.GetFieldValue<byte[]>(0)), row.GetBoolean(1), row.GetInt32(2),
                    row.IsDBNull(3) ? 0 : Op(row.GetFieldValue<byte[]>(3)), row.GetInt32(4), row.GetBoolean(5),
                    row.IsDBNull(6) ? Model.Verdict.None : Enum.Parse<Model.Verdict>(row.GetString(6), ignoreCase: true)));
            }
        }

        var state = new List<int>();
        using (var row = snapshot.Command("""
            SELECT operation.op_id FROM operation LEFT JOIN feed USING (op_id) LEFT JOIN outbox USING (op_id)
            WHERE outbox.verdict IS NOT 'rejected' ORDER BY feed_no IS NULL, feed_no, position
            """).ExecuteReader())
        {
            while (row.Read())
            {
                state.Add(Op(row.GetFieldValue<byte[]>(0)));
            }
        }

        return new(
            (int)Core.Storage.FeedTable.Cursor(snapshot).FeedNo,
            Core.Storage.FeedTable.IsPulledAnew(snapshot),
            [.. outbox.OrderBy(row => row.Op)],
            [.. state]);
    }

    private int Op(byte[] id) => _ops[OperationId.FromMinted(new Guid(id, bigEndian: true))];

    private RealStore At(int store) => _stores[store]!;

    private string PathOf(int store) => _folder[$"{ProtocolCase.NameOf(store)}.db"];
}
