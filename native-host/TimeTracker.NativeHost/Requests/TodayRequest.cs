using TimeTracker.Core;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Asks for the entries of the local day that it is.</summary>
internal sealed record TodayRequest : Request
{
    internal override Answer Answer(Session session)
    {
        var (from, to) = session.Tracker.Today();
        var entries = session.Tracker.Entries(new EntryQuery(from, to));
        return new TodayResult(session.Local(from), session.Local(to), Session.Entries(entries), session.Snapshot());
    }
}
