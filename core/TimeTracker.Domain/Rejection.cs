using System.Globalization;

namespace TimeTracker.Domain;

/// <summary>
/// Why a command was refused: nothing was changed. The numbers are stable and are only ever added to; texts may be
/// improved.
/// </summary>
/// <param name="Code">Which rule refused.</param>
/// <param name="Message">What was wrong, for a person.</param>
/// <param name="Hint">What to do instead.</param>
public sealed record Rejection(RejectionCode Code, string Message, string Hint)
{
    private const int ShownLengthMax = 60;
    private const int ShownTogetherMax = 10;

    /// <summary>The later command that is in the way of an undo; null of any other refusal.</summary>
    public CommandId? Blocker { get; init; }

    /// <summary>Several refusals as one, each named.</summary>
    /// <param name="all">At least one.</param>
    public static Rejection Several(IReadOnlyList<Rejection> all)
    {
        var distinct = all.Distinct().ToList();
        return distinct is [var only] ? only : distinct[0] with
        {
            Message = string.Join(' ', distinct.Take(ShownTogetherMax).Select(one => one.Message))
                + (distinct.Count > ShownTogetherMax ? Invariant($" And {distinct.Count - ShownTogetherMax} more.") : string.Empty),
        };
    }

    /// <summary>Another command was given under the same id.</summary>
    public static Rejection IdReused(CommandId id) => new(
        RejectionCode.IdReused,
        $"The id {id} belongs to another command, which was done before.",
        "Give each command an id of its own; this is a fault of the program that sent it.");

    internal static Rejection DescriptionEmpty { get; } = new(
        RejectionCode.DescriptionEmpty, "The description is empty.", "Say in a few words what the time is for.");

    internal static Rejection ProjectEmpty { get; } = new(
        RejectionCode.ProjectEmpty, "The project's name is empty.", "Name the project, or leave it out.");

    internal static Rejection TagEmpty { get; } = new(
        RejectionCode.TagEmpty, "A tag is empty.", "Give each tag at least one character.");

    internal static Rejection NothingToContinue { get; } = new(
        RejectionCode.NothingToContinue, "There is no entry yet that could be continued.", "Start a new entry.");

    internal static Rejection NothingToUndo { get; } = new(
        RejectionCode.NothingToUndo, "There is no command left to take back.", "Nothing needs to be done.");

    /// <summary>Whoever asked saw another command as the latest.</summary>
    internal static Rejection NotTheLatest { get; } = new(
        RejectionCode.CannotUndo,
        "The command cannot be taken back: another one came after it, or it was taken back before.",
        "Look what the latest command is now, and take that one back where you mean it.");

    /// <summary>There is no such command, or nothing of it is left to take back.</summary>
    internal static Rejection NotUndoable { get; } = new(
        RejectionCode.CannotUndo,
        "The command cannot be taken back: this store has none of that id, or it was taken back before.",
        "Look in the history which commands there are.");

    internal static Rejection ControlCharacters(string what) => new(
        RejectionCode.ControlCharacters,
        $"The {what} holds control characters, line breaks or broken Unicode.",
        "Write it in one line of plain text.");

    internal static Rejection TooLong(string what, int length, int max) => new(
        RejectionCode.TooLong,
        Invariant($"The {what} has {length} characters; at most {max} are kept."),
        "Shorten it; longer notes belong in a document that the entry can name.");

    internal static Rejection TooManyTags(int max) => new(
        RejectionCode.TooManyTags, Invariant($"There are more than {max} tags."), "Leave out those you never look for.");

    internal static Rejection AlreadyRunning(Entry running) => new(
        RejectionCode.AlreadyRunning,
        $"'{running.Description}' has been running since {Local(running.Span.Start)}.",
        "Switch to the new entry, which stops the running one at the same instant, or stop it first.");

    /// <summary>The machine's clock has lost the year.</summary>
    public static Rejection ClockUnset(Reading reading) => new(
        RejectionCode.ClockUnset,
        Invariant($"This machine's clock is outside the years 2000 to 2100 ({reading.UtcMicroseconds} µs since 1970)."),
        "Set the clock and repeat the command.");

    internal static Rejection OutOfRange(string what) => new(
        RejectionCode.OutOfRange, $"The {what} lies outside the years 2000 to 2100.", "Check the year.");

    internal static Rejection InTheFuture(string what, ZonedInstant given, ZonedInstant now) => new(
        RejectionCode.InTheFuture,
        $"The {what}, {Local(given)}, is in the future: it is {Local(now)}.",
        "Give an instant that has passed.");

    internal static Rejection AgoNegative { get; } = new(
        RejectionCode.InTheFuture, "A negative amount of time ago is in the future.", "Give a positive amount.");

    internal static Rejection EndBeforeStart(ZonedInstant start, ZonedInstant end) => new(
        RejectionCode.EndBeforeStart,
        $"The end, {Local(end)}, is before the start, {Local(start)}.",
        "Give an end that is not before the start, or change the start first.");

    internal static Rejection Overlaps(Entry other) => new(
        RejectionCode.Overlaps,
        other.Span is EntrySpan.Closed closed
            ? $"The time overlaps '{other.Description}' ({Local(closed.Start)} to {Local(closed.End)})."
            : $"The time overlaps '{other.Description}', which has been running since {Local(other.Span.Start)}.",
        "Give an instant outside that entry, or change or remove that entry first.");

    /// <summary>No entry has that id.</summary>
    public static Rejection UnknownEntry(EntryId id) => new(
        RejectionCode.UnknownEntry, $"There is no entry {id}.", "List the entries to find its id.");

    internal static Rejection EntryRemoved(Entry entry) => new(
        RejectionCode.EntryRemoved, $"'{entry.Description}' was removed.", "Undo the removal first.");

    internal static Rejection CannotUndo(OperationId later, string why) => new(
        RejectionCode.CannotUndo,
        $"The command cannot be taken back: the later command {later.Command} {why}.",
        "Take that one back first where it was given, or edit the entry instead.")
    {
        Blocker = later.Command,
    };

    internal static Rejection TooManyChanges(int max) => new(
        RejectionCode.TooManyChanges, Invariant($"One command makes at most {max} changes."), "Split it into several.");

    internal static Rejection UnknownGap(GapId id) => new(
        RejectionCode.UnknownGap, $"There is no question {id}.", "List the open questions to find its id.");

    internal static Rejection GapAnswered(Gap gap) => new(
        RejectionCode.GapAnswered,
        $"The question was answered before: {gap.Answer?.Kind}.",
        "Undo that answer first, or edit the entry.");

    internal static Rejection GapOutsideEntry(Entry entry) => new(
        RejectionCode.GapOutsideEntry,
        $"'{entry.Description}' no longer covers that time.",
        "Nothing needs to be done: the question has gone with it.");

    internal static Rejection SplitOutsideGap(ZonedInstant from, ZonedInstant to) => new(
        RejectionCode.SplitOutsideGap,
        $"The gap lasts from {Local(from)} to {Local(to)}.",
        "Give an instant within it.");

    internal static Rejection NotATime(string? text) => new(
        RejectionCode.NotATime,
        $"'{Shown(text)}' is no time that is understood here.",
        "Type 9:30, yesterday 17:00, -90min, 2026-03-02 09:30 or 2026-03-02T09:30+01:00.");

    internal static Rejection AmbiguousTime(
        DateTime local, TimeZoneInfo zone, DateTimeOffset first, DateTimeOffset second) => new(
        RejectionCode.AmbiguousTime,
        $"{Wall(local)} was shown twice in {zone.Id}: the clocks were set back.",
        $"Type {Iso(first)} for the first or {Iso(second)} for the second.");

    internal static Rejection SkippedTime(
        DateTime local, TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after) => new(
        RejectionCode.SkippedTime,
        $"{Wall(local)} was never shown in {zone.Id}: the clocks were set forward.",
        $"Type {Iso(before)} to count on from before the change, or {Iso(after)} to count back from after it.");

    internal static Rejection NotAnAmount(string? text) => new(
        RejectionCode.NotAnAmount,
        $"'{Shown(text)}' is no amount of time that is understood here.",
        "Type 10m, 1h30, 45s or 0:10 (hours and minutes).");

    /// <summary>An amount without a sign may be how long ago, how long, or a time of day.</summary>
    internal static Rejection AmountNotATime(string text, string? clock) => new(
        RejectionCode.AmountNotATime,
        $"'{Shown(text)}' is an amount of time, not an instant.",
        clock is null
            ? $"Type '{Shown(text)} ago' for the instant that long ago."
            : $"Type {clock} for the time of day, or '{Shown(text)} ago' for the instant that long ago.");

    /// <summary>A date alone is the beginning of its day, which is hardly meant for an end.</summary>
    public static Rejection DateNotATime(string text) => new(
        RejectionCode.DateNotATime,
        $"'{Shown(text)}' names a day, not when on it.",
        $"Type '{Shown(text)} 24:00' for the end of that day, or '{Shown(text)} 0:00' for its beginning.");

    /// <summary>A time of day that several days have, of which none is more likely.</summary>
    internal static Rejection SeveralDays(string text, IEnumerable<DateTimeOffset> readings) => new(
        RejectionCode.SeveralDays,
        $"'{Shown(text)}' could be of several days.",
        $"Type {string.Join(" or ", readings.Select(Iso))}.");

    /// <summary>A period that ends before it begins.</summary>
    public static Rejection PeriodReversed(DateTimeOffset from, DateTimeOffset to) => new(
        RejectionCode.PeriodReversed,
        $"The period ends at {Iso(to)}, before it begins at {Iso(from)}.",
        "Give the earlier one first.");

    internal static Rejection NothingToRedo { get; } = new(
        RejectionCode.NothingToRedo,
        "There is no undo to take back, or another command came after it.",
        "Nothing needs to be done.");

    internal static Rejection CannotMakeRoom(Entry other, string why, string hint) => new(
        RejectionCode.CannotMakeRoom, $"'{other.Description}' cannot give way: {why}.", hint);

    internal static Rejection UnknownProject(string name) => new(
        RejectionCode.UnknownProject, $"There is no project '{name}'.", "List the projects to find its name.");

    internal static Rejection ProjectExists(ProjectName name) => new(
        RejectionCode.ProjectExists,
        $"There is another project '{name}' already.",
        "Merge the two, or choose another name.");

    // What was typed may come from a file: shown, but not obeyed by the terminal.
    private static string Shown(string? text) => string.Concat(
        (text ?? string.Empty).Take(ShownLengthMax).Select(unit => char.IsControl(unit) ? '?' : unit));

    private static string Wall(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static string Local(ZonedInstant instant) =>
        instant.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
