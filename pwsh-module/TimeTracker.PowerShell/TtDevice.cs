using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>A device that the server was told to let in.</summary>
public sealed class TtDevice
{
    internal TtDevice(DeviceView view)
    {
        (EnrolmentId, Name, IsThisDevice) = (view.Enrolment, view.Name, view.IsThisDevice);
        (Enrolled, Revoked) = (view.Enrolled.ToLocalTime(), view.Revoked?.ToLocalTime());
    }

    /// <summary>Its id at the server, by which Revoke-TtDevice shuts it out.</summary>
    public Guid EnrolmentId { get; }

    /// <summary>What it calls itself.</summary>
    public string Name { get; }

    /// <summary>When it was let in.</summary>
    public DateTimeOffset Enrolled { get; }

    /// <summary>When it was shut out; null where it is let in still.</summary>
    public DateTimeOffset? Revoked { get; }

    /// <summary>Whether it is this one.</summary>
    public bool IsThisDevice { get; }
}
