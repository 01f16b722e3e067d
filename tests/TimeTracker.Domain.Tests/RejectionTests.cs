using System.Reflection;

namespace TimeTracker.Domain.Tests;

/// <summary>Every refusal there is, made of words of a kind.</summary>
public sealed class RejectionTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Guid Uuid = new("018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e01");
    private static readonly ZonedInstant Zoned = new(Instant.Nearest(Desk.Morning), "Europe/Berlin", 60);

    private static readonly Entry Entry = new()
    {
        Id = new EntryId(Uuid), Description = Description.Parse("Plan"), Span = new EntrySpan.Open(Zoned, Zoned.Instant),
    };

    // An argument of each type, and how a person must see it.
    private static readonly Dictionary<Type, (object Value, string Shown)> Words = new()
    {
        [typeof(string)] = ("some word", "some word"),
        [typeof(int)] = (4711, "4711"),
        [typeof(CommandId)] = (OperationId.FromMinted(Uuid).Command, "018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e00"),
        [typeof(OperationId)] = (OperationId.FromMinted(Uuid), "018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e00"),
        [typeof(EntryId)] = (new EntryId(Uuid), "018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e01"),
        [typeof(GapId)] = (new GapId(Uuid), "018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e01"),
        [typeof(Entry)] = (Entry, "'Plan'"),
        [typeof(Gap)] = (
            new Gap(
                new GapId(Uuid),
                Entry.Id,
                GapKind.Crash,
                new(Zoned.Instant, Zoned.Instant, TimeSpan.Zero, TimeSpan.Zero, Certainty.Certain),
                new(AnswerKind.Keep),
                false),
            "Keep"),
        [typeof(Reading)] = (new Reading(12345, default, default, ClockDomain.None), "12345 µs"),
        [typeof(ZonedInstant)] = (Zoned, "2027-03-09 08:41:13 +01:00"),
        [typeof(DateTime)] = (new DateTime(2027, 3, 28, 2, 30, 0), "2027-03-28 02:30:00"),
        [typeof(DateTimeOffset)] = (Desk.Morning.ToOffset(TimeSpan.FromHours(1)), "2027-03-09T08:41:13+01:00"),
        [typeof(IEnumerable<DateTimeOffset>)] = (
            new[] { Desk.Morning.ToOffset(TimeSpan.FromHours(1)) }, "2027-03-09T08:41:13+01:00"),
        [typeof(IReadOnlyList<Rejection>)] = (
            new[] { Rejection.UnknownEntry(new EntryId(Uuid)), Rejection.IdReused(OperationId.FromMinted(Uuid).Command) }, "belongs to another command"),
        [typeof(TimeZoneInfo)] = (TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), "Europe/Berlin"),
        [typeof(ProjectName)] = (ProjectName.Parse("Acme"), "'Acme'"),
    };

    public static TheoryData<string> Names { get; } =
    [
        .. Makers.Select(maker => maker.Name),
        .. typeof(Rejection).GetProperties(All).Select(property => property.Name),
    ];

    private static IEnumerable<MethodInfo> Makers => typeof(Rejection).GetMethods(All)
        .Where(method => method.ReturnType == typeof(Rejection) && !method.IsSpecialName);

    [Theory]
    [MemberData(nameof(Names))]
    public void ARefusal_SaysWhatWasWrongOfWhat_AndWhatToDo_InSentences(string name)
    {
        var maker = Makers.SingleOrDefault(method => method.Name == name);
        var words = maker?.GetParameters().Select(parameter => Words[parameter.ParameterType]).ToList() ?? [];
        var rejection = (Rejection)(maker is null
            ? typeof(Rejection).GetProperty(name, All)!.GetValue(null)!
            : maker.Invoke(null, [.. words.Select(word => word.Value)])!);
        Assert.Matches(@"^['A-Z\d].{8,}\.$", rejection.Message);
        Assert.Matches(@"^[A-Z].{8,}\.$|^some word$", rejection.Hint);
        Assert.All(words, word => Assert.Contains(
            word.Shown, $"{rejection.Message} {rejection.Hint}", StringComparison.Ordinal));
    }

    [Fact]
    public void AnOverlap_SaysFromWhenToWhen_OrSinceWhenItRuns()
    {
        var desk = new Desk();
        desk.Accept(new Command.Add(new Details { Description = "Done" }, Desk.Morning.AddHours(-3), Desk.Morning.AddHours(-2)));
        desk.Accept(Desk.Start("Plan", when: Desk.Ago(60)));
        Assert.Contains(
            "'Done' (2027-03-09 05:41:13 +01:00 to 2027-03-09 06:41:13 +01:00)", Refused(-3, -2), StringComparison.Ordinal);
        Assert.Contains(
            "'Plan', which has been running since 2027-03-09 07:41:13 +01:00", Refused(-1, 0), StringComparison.Ordinal);

        string Refused(int from, int to) => desk.Refuse(new Command.Add(
            new Details { Description = "New" }, Desk.Morning.AddHours(from), Desk.Morning.AddHours(to))).Message;
    }

    [Fact]
    public void WhatWasTyped_IsShownWithoutWhatATerminalWouldObey_AndNotAllOfIt()
    {
        var typed = "\u001b[31m" + new string('x', 100);
        Assert.False(AmountText.TryRead(typed, out _, out var rejection));
        Assert.Equal(
            $"'?[31m{new string('x', 55)}' is no amount of time that is understood here.", rejection.Message);
    }
}
