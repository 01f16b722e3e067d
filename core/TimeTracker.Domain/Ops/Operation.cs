namespace TimeTracker.Domain;

/// <summary>One row of the ledger: who said what, and when.</summary>
/// <param name="Id">Its name for ever; it holds the command's.</param>
/// <param name="Body">What it says.</param>
/// <param name="Reading">The clocks of the machine that made it, when it was made.</param>
public sealed record Operation(OperationId Id, OperationBody Body, Reading Reading);
