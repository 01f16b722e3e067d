using TimeTracker.Core;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>One change that the ledger holds.</summary>
public sealed class TtHistoryItem
{
    internal TtHistoryItem(HistoryItem item)
    {
        At = item.At.ToLocalTime();
        (Device, IsThisDevice) = (item.Device?.Value, item.IsThisDevice);
        (CommandId, StepId, Command, Undone) = (item.Command.Value, item.Step.Value, item.Verb?.ToString(), item.Undone);
        if (item.Entry is { } entry)
        {
            (EntryId, Subject) = (entry.After.Entry.Id.Value, entry.After.Entry.Description.Value);
            Changes = ChangeText.Fields(entry);
        }
        else if (item.Project is { } project)
        {
            Subject = project.After.Name.Value;
            Changes = ChangeText.Fields(project.Before, project.After);
        }
    }

    /// <summary>When, by the wall clock of the device that made it.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who: the writing identity of the device that made it; null where it is not known here.</summary>
    public Guid? Device { get; }

    /// <summary>Whether this device made it.</summary>
    public bool IsThisDevice { get; }

    /// <summary>What was asked for; null of a change that another device made.</summary>
    public string? Command { get; }

    /// <summary>The command's id; changes of one command share it.</summary>
    public Guid CommandId { get; }

    /// <summary>The step's id; changes of one invocation share it, and Undo-TtCommand takes them back together.</summary>
    public Guid StepId { get; }

    /// <summary>Whether it was taken back since.</summary>
    public bool Undone { get; }

    /// <summary>The entry that changed; null where a project did.</summary>
    public Guid? EntryId { get; }

    /// <summary>The entry's description or the project's name, as the change left it.</summary>
    public string Subject { get; } = string.Empty;

    /// <summary>The fields that changed.</summary>
    public IReadOnlyList<TtFieldChange> Changes { get; } = [];
}
