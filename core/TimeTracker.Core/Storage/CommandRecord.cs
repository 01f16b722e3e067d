using TimeTracker.Domain;

namespace TimeTracker.Core.Storage;

/// <summary>An accepted command as its row has it.</summary>
/// <param name="Verb">What it did.</param>
/// <param name="RequestHash">What makes a repeat the same request.</param>
/// <param name="Result">The entries that it changed, as <see cref="LedgerWriter"/> encodes them.</param>
/// <param name="Position">The ledger's position of its last operation.</param>
internal sealed record CommandRecord(CommandVerb Verb, byte[] RequestHash, string Result, long Position);
