namespace TimeTracker.Conventions.Tests.Module;

/// <summary>PowerShell's approved verbs, as Get-Verb of 7.6 lists them (the engine alone has no Get-Verb).</summary>
internal static class Verbs
{
    internal static readonly IReadOnlySet<string> Approved = Words(
        """
        Add Clear Close Copy Enter Exit Find Format Get Hide Join Lock Move New Open Optimize Pop Push Redo Remove
        Rename Reset Resize Search Select Set Show Skip Split Step Switch Undo Unlock Watch
        Connect Disconnect Read Receive Send Write
        Backup Checkpoint Compare Compress Convert ConvertFrom ConvertTo Dismount Edit Expand Export Group Import
        Initialize Limit Merge Mount Out Publish Restore Save Sync Unpublish Update
        Debug Measure Ping Repair Resolve Test Trace
        Approve Assert Build Complete Confirm Deny Deploy Disable Enable Install Invoke Register Request Restart Resume
        Start Stop Submit Suspend Uninstall Unregister Wait
        Block Grant Protect Revoke Unblock Unprotect
        Use
        """);

    /// <summary>Those that leave everything as it was (Measure books the time); all others ask before they act.</summary>
    internal static readonly IReadOnlySet<string> Reading = Words(
        """
        Find Format Get Search Select Show Watch Read Write Compare Convert ConvertFrom ConvertTo Ping Test Trace Wait
        """);

    private static HashSet<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
