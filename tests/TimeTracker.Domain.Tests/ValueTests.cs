namespace TimeTracker.Domain.Tests;

public sealed class ValueTests
{
    private static readonly Guid Uuid = new("018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9eff");

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void AnInstant_LiesWithin2000And2100()
    {
        Assert.Equal("2000-01-01T00:00:00Z", Instant.Min.ToString());
        Assert.Equal("2100-01-01T00:00:00Z", Instant.Max.ToString());
        Assert.Equal(Instant.Min, default);
        var early = Assert.Throws<ArgumentOutOfRangeException>(
            "microseconds", () => Instant.FromMicroseconds(Instant.Min.Microseconds - 1));
        Assert.Contains("within 2000 and 2100", early.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Instant.FromMicroseconds(Instant.Max.Microseconds + 1));
        Assert.Equal(Instant.Max, Instant.FromMicroseconds(Instant.Max.Microseconds));
        Assert.Equal(Instant.Min, Instant.FromMicroseconds(Instant.Min.Microseconds));
    }

    [Fact]
    public void AddSaturating_StaysInTheRange()
    {
        Assert.Equal(Instant.Max, Instant.Max.AddSaturating(TimeSpan.MaxValue));
        Assert.Equal(Instant.Min, Instant.Min.AddSaturating(TimeSpan.MinValue));
        Assert.Equal(TimeSpan.FromTicks(10), Instant.Min.AddSaturating(TimeSpan.FromTicks(19)) - Instant.Min);
    }

    [Fact]
    [Trait("Invariant", "INV-05")]
    public void ASpan_CannotEndBeforeItStarts()
    {
        var zone = TimeZoneInfo.Utc;
        var (early, late) = (ZonedInstant.In(zone, Instant.Min), ZonedInstant.In(zone, Instant.Max));
        Assert.Contains(
            "ends at or after its start",
            Assert.Throws<ArgumentException>(() => new EntrySpan.Closed(late, early)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "observed at or after its start",
            Assert.Throws<ArgumentException>(() => new EntrySpan.Open(late, Instant.Min)).Message,
            StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, new EntrySpan.Closed(early, early).Duration);
    }

    [Fact]
    public void AnOperationsId_IsItsCommandsWithTheOrdinalInTheLastByte()
    {
        var command = CommandId.FromFresh(Uuid);
        Assert.Equal("018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e00", command.ToString());
        Assert.Equal("018f3c1a-7b2d-7c3e-9d4f-5a6b7c8d9e07", command.Operation(7).ToString());
        Assert.Equal(command, command.Operation(255).Command);
        Assert.Throws<OverflowException>(() => command.Operation(256));
        Assert.Throws<ArgumentException>(() => command.Operation(0));
        Assert.Throws<ArgumentException>(() => CommandId.FromMinted(Uuid));
        Assert.Throws<ArgumentException>(() => CommandId.FromMinted(Guid.Empty));
    }

    [Fact]
    public void AProjectsId_IsTheSameOnEveryDevice()
    {
        Assert.True(ProjectName.TryParse("  Acme   Corp ", out var first, out _));
        Assert.True(ProjectName.TryParse("ACME corp", out var second, out _));
        Assert.Equal(ProjectId.For(first), ProjectId.For(second));
        Assert.Equal(first, second);
        Assert.Equal("a5209112-f1d5-5f3c-9bb6-66976d9e39be", ProjectId.For(first).ToString());
    }

    [Fact]
    public void Tags_AreASet()
    {
        Assert.True(TagSet.TryParse(["b", " a", "B"], out var tags, out _));
        Assert.True(TagSet.TryParse(["a", "b"], out var same, out _));
        Assert.Equal(["a", "b"], tags);
        Assert.Equal(same, tags);
        Assert.Equal(same.GetHashCode(), tags.GetHashCode());
    }

    [Fact]
    public void TextsInTwoUnicodeForms_AreOneText()
    {
        Assert.True(Description.TryParse(" Cafe\u0301 ", out var composed, out _));
        Assert.Equal("Caf\u00e9", composed.Value);
    }

    [Fact]
    [Trait("Invariant", "INV-19")]
    public void AZonedInstant_KeepsTheOffsetOfItsMoment()
    {
        Assert.Throws<ArgumentNullException>("zone", () => ZonedInstant.In(null!, Instant.Min));
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var summer = ZonedInstant.In(berlin, Instant.FromMicroseconds(1_816_000_000_000_000));
        Assert.Equal("2027-07-19T14:26:40+02:00", summer.ToString());
        Assert.Equal(120, summer.OffsetMinutes);
    }

    [Theory]
    [InlineData(0, 10, 4)]
    [InlineData(0, 4, 1)]
    [InlineData(5, 10, 2)]
    [InlineData(4, 5, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(7, 10, 0)]
    [InlineData(8, 9, 0)]
    public void AGap_CountsWhereItLiesWithin(int from, int to, int minutes)
    {
        var gap = new GapRange(At(3), At(7), TimeSpan.Zero, TimeSpan.Zero, Certainty.Certain);
        Assert.Equal(TimeSpan.FromMinutes(minutes), gap.Within(At(from), At(to)));
        Assert.Throws<ArgumentException>(
            () => new GapRange(At(7), At(3), TimeSpan.Zero, TimeSpan.Zero, Certainty.Certain));

        static Instant At(int minute) => Instant.Min.AddSaturating(TimeSpan.FromMinutes(minute));
    }

    [Fact]
    public void Totals_AddUpAmountByAmount() => Assert.Equal(
        new Totals(TimeSpan.FromHours(5), TimeSpan.FromHours(7), TimeSpan.FromHours(9)),
        new Totals(TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3))
            + new Totals(TimeSpan.FromHours(4), TimeSpan.FromHours(5), TimeSpan.FromHours(6)));
}
